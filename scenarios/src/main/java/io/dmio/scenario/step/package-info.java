/**
 * The language of tasks: their steps, calls, loads, replays and the user's own code.
 *
 * <p>The verb and the keys of a new step go here. What it does is in {@code io.dmio.workload}.
 * Knows no fault or event but by name.
 */
@NullMarked
package io.dmio.scenario.step;

import org.jspecify.annotations.NullMarked;
