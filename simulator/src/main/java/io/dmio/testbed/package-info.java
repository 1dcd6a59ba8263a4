/**
 * Wires one world from an immutable {@link io.dmio.testbed.WorldSpec} and runs it to a {@link
 * io.dmio.testbed.RunResult}.
 *
 * <p>What is done to a world from outside goes here, and what joins two other packages. Knows all
 * packages of the simulator, and none of them knows it. Confined to the one thread of its
 * simulation.
 */
@NullMarked
package io.dmio.testbed;

import org.jspecify.annotations.NullMarked;
