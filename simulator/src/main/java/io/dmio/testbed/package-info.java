/**
 * Wires one world from an immutable {@link io.dmio.testbed.WorldSpec} and runs it to a {@link
 * io.dmio.testbed.RunResult}.
 *
 * <p>What is done to a world from outside goes here, and what joins two other packages. The only
 * package that knows all the others. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.testbed;

import org.jspecify.annotations.NullMarked;
