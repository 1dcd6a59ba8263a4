/**
 * The language of devices: the keys of disks, latencies and presets, and the tables and targets of
 * stacked devices.
 *
 * <p>A new key of a device, a new preset and the words of a new dm target go here. What a disk or a
 * target then does is in {@code io.dmio.device} or {@code io.dmio.mapper}. Knows no step, fault or
 * event.
 */
@NullMarked
package io.dmio.scenario.device;

import org.jspecify.annotations.NullMarked;
