/**
 * The block layer's words: simulated memory, bios and their iterators, sectors, queue limits,
 * status codes, and {@link io.dmio.block.BlockDevice}, the only place where the engine and the
 * devices meet.
 *
 * <p>A new status, operation or limit of the block layer goes here. Knows no region, no disk and no
 * fault. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.block;

import org.jspecify.annotations.NullMarked;
