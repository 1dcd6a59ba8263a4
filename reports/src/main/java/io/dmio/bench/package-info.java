/**
 * Measures the simulator beside what it is compared with, in CPU time of one run.
 *
 * <p>A new measurement goes here. Knows no scenario's text and no terminal; {@code cli} prints the
 * figures.
 */
@NullMarked
package io.dmio.bench;

import org.jspecify.annotations.NullMarked;
