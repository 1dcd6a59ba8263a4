/**
 * The language of what is checked, and of what is expected of a whole run.
 *
 * <p>A new expectation of a run goes here; what one call is expected to return is in {@code step}.
 * Which checks there are is said in {@code io.dmio.check}. Knows no device, step or fault but by
 * name.
 */
@NullMarked
package io.dmio.scenario.expect;

import org.jspecify.annotations.NullMarked;
