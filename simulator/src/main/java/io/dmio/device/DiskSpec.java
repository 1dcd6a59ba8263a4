package io.dmio.device;

import io.dmio.block.QueueLimits;
import io.dmio.block.SectorContent;
import io.dmio.block.Sectors;

/**
 * A simulated disk as its scenario says.
 *
 * @param id its number, from 0
 * @param name its name
 * @param sectors its size
 * @param pattern the number of the pattern that it holds at the start, or -1: zeroes
 * @param latency how long it takes
 * @param queueDepth bios served at once, the others wait in order; {@link Integer#MAX_VALUE}: no
 *     limit
 * @param driver who moves the iterator
 * @param limits what its queue accepts
 * @param hold whether it keeps bios until it is told to serve them
 * @param cache what its cache is
 * @param aligned whether its driver refuses what is not aligned to its logical blocks
 * @param atomicWriteBytes the aligned unit that a power cut never tears: a power of two, at least a
 *     sector
 */
public record DiskSpec(
    int id,
    String name,
    long sectors,
    long pattern,
    LatencyProfile latency,
    int queueDepth,
    DriverKind driver,
    QueueLimits limits,
    HoldOrder hold,
    CacheSpec cache,
    boolean aligned,
    int atomicWriteBytes) {

  /** Checks the ranges. */
  public DiskSpec {
    if (sectors <= 0 || queueDepth <= 0) {
      throw new IllegalArgumentException(
          name + ": sectors and queue depth must be positive: " + sectors + ", " + queueDepth);
    }
    if (atomicWriteBytes < Sectors.SIZE || Integer.bitCount(atomicWriteBytes) != 1) {
      throw new IllegalArgumentException(
          name + ": atomicWriteBytes must be a power of two from 512: " + atomicWriteBytes);
    }
    if (cache.bytes() < atomicWriteBytes) {
      throw new IllegalArgumentException(
          name + ": the cache must hold an atomic unit: " + cache.bytes());
    }
  }

  /** A disk of zeroes without latency, limits and cache that takes any alignment: to be changed. */
  public static DiskSpecBuilder builder(int id, String name, long sectors) {
    return new DiskSpecBuilder(id, name, sectors);
  }

  /** The same disk, to be changed. */
  public DiskSpecBuilder change() {
    return builder(id, name, sectors)
        .pattern(pattern)
        .latency(latency)
        .queueDepth(queueDepth)
        .driver(driver)
        .limits(limits)
        .hold(hold)
        .cache(cache)
        .aligned(aligned)
        .atomicWriteBytes(atomicWriteBytes);
  }

  /** What it holds before anybody writes. */
  public SectorContent content() {
    return pattern < 0 ? SectorContent.ZERO : SectorContent.pattern((int) pattern);
  }
}
