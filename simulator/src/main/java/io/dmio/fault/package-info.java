/**
 * Fault rules: triggers and effects, on bios and on allocations.
 *
 * <p>What a new fault kind does goes here, at the points that {@code device} and {@code mempool}
 * offer; its words are in {@code io.dmio.scenario.fault}. Knows no engine, no region and no dm
 * target. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.fault;

import org.jspecify.annotations.NullMarked;
