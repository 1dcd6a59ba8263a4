/**
 * Simulated disks: contents, latency, queue, driver, and the points where faults take hold.
 *
 * <p>Knows no region and no engine. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.device;

import org.jspecify.annotations.NullMarked;
