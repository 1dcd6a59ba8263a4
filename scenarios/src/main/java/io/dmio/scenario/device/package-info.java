/**
 * The language of devices: the keys of disks, latencies and presets, and the tables and targets of
 * stacked devices.
 *
 * <p>A new key of a device and a new dm target go here.
 */
@NullMarked
package io.dmio.scenario.device;

import org.jspecify.annotations.NullMarked;
