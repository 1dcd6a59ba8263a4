/**
 * What drives the engine: steps of a scenario, loads, replays, and the user's own {@link
 * io.dmio.workload.Task}, in virtual time and without blocking.
 *
 * <p>What a new step does goes here; its words are in {@code io.dmio.scenario.step}. Knows {@link
 * io.dmio.engine.DmIo} and nothing below it. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.workload;

import org.jspecify.annotations.NullMarked;
