/**
 * Simulated disks: contents, latency, queue, cache, power, driver, and the points where faults take
 * hold.
 *
 * <p>What a disk does by itself goes here; what goes wrong with it is a rule in {@code
 * io.dmio.fault}, and the keys of both are in {@code io.dmio.scenario}. Knows no region, no engine
 * and no fault rule. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.device;

import org.jspecify.annotations.NullMarked;
