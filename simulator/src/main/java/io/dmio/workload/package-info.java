/**
 * What drives the engine: steps of a scenario, loads, and the user's own {@link
 * io.dmio.workload.Task}, in virtual time and without blocking.
 *
 * <p>Knows {@link io.dmio.engine.DmIo} and nothing behind it. Confined to the one thread of its
 * simulation.
 */
@NullMarked
package io.dmio.workload;

import org.jspecify.annotations.NullMarked;
