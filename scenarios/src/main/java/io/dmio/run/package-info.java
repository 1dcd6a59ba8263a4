/**
 * One run as a library: open a scenario, change it, run it, judge it, keep it, compare it.
 *
 * <p>Knows no terminal, no exit code and no working folder.
 */
@NullMarked
package io.dmio.run;

import org.jspecify.annotations.NullMarked;
