/**
 * Fault rules: triggers and effects, on bios and on allocations.
 *
 * <p>Takes hold at the points that {@code device} and {@code mempool} offer. Confined to the one
 * thread of its simulation.
 */
@NullMarked
package io.dmio.fault;

import org.jspecify.annotations.NullMarked;
