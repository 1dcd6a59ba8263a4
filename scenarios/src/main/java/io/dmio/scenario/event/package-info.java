/**
 * The language of events: what is done to the world from outside, such as a power cut, a crash or a
 * message to a device, and when.
 *
 * <p>A new action from outside goes here. What it does is in {@code io.dmio.testbed}. Knows no step
 * and no fault but by name.
 */
@NullMarked
package io.dmio.scenario.event;

import org.jspecify.annotations.NullMarked;
