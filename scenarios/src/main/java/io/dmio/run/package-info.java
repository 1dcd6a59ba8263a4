/**
 * One run as a library: open a scenario, change it, run it, judge it, keep it, compare it.
 *
 * <p>What a user may do with one run goes here, for the command line, for tests and for other
 * programs alike. Knows no terminal, no exit code and no working folder.
 */
@NullMarked
package io.dmio.run;

import org.jspecify.annotations.NullMarked;
