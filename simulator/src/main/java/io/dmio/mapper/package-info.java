/**
 * The device mapper: tables, their targets, and the stacked devices that are made of them, on any
 * {@link io.dmio.block.BlockDevice}.
 *
 * <p>What a new target does goes here: a {@link io.dmio.mapper.TargetSpec}, which says where its
 * sectors lie and makes the {@link io.dmio.mapper.Target} that takes the bios. The words of its
 * table line are in {@code io.dmio.scenario.device}. A target that is a client of dm-io lives in a
 * package above: it gets dm-io from its {@link io.dmio.mapper.TargetSite}.
 *
 * <p>Knows no disk, no dm-io and no fault rule. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.mapper;

import org.jspecify.annotations.NullMarked;
