/**
 * Targets of the device mapper, stacked on any {@link io.dmio.block.BlockDevice}.
 *
 * <p>Knows no disk and no fault rule. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.mapper;

import org.jspecify.annotations.NullMarked;
