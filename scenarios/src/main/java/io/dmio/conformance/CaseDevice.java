package io.dmio.conformance;

import io.dmio.block.BlockDevice;
import io.dmio.device.SimulatedDisk;

/**
 * A device of a recorded case.
 *
 * @param entry what bios are submitted to
 * @param disk the disk at the bottom
 * @param countsArrivals whether the recording counts what reached the disk
 * @param otherThreads whether other threads end its bios, so that their order is not recorded
 */
record CaseDevice(
    BlockDevice entry, SimulatedDisk disk, boolean countsArrivals, boolean otherThreads) {

  /** The same with another device stacked on it. */
  CaseDevice under(BlockDevice upper) {
    return new CaseDevice(upper, disk, countsArrivals, otherThreads);
  }
}
