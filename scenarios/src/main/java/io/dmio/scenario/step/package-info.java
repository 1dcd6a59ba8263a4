/** The language of tasks: their steps, calls, loads, replays and the user's own code. */
@NullMarked
package io.dmio.scenario.step;

import org.jspecify.annotations.NullMarked;
