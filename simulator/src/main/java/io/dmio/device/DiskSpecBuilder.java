package io.dmio.device;

import io.dmio.block.QueueLimits;

/**
 * A disk in the making: what nobody says is as on a plain disk. It holds zeroes, takes no time,
 * serves any number of bios of any size and alignment at once, holds nothing back and has no cache;
 * its atomic unit is its logical block.
 */
public final class DiskSpecBuilder {

  private static final int LOGICAL_BLOCK = -1;

  private final int id;
  private final String name;
  private final long sectors;
  private long pattern = -1;
  private LatencyProfile latency = LatencyProfile.of(LatencySpec.NONE);
  private int queueDepth = Integer.MAX_VALUE;
  private DriverKind driver = DriverKind.BIO;
  private QueueLimits limits = QueueLimits.UNLIMITED;
  private HoldOrder hold = HoldOrder.NONE;
  private CacheSpec cache = CacheSpec.NONE;
  private boolean aligned;
  private int atomicWriteBytes = LOGICAL_BLOCK;

  DiskSpecBuilder(int id, String name, long sectors) {
    this.id = id;
    this.name = name;
    this.sectors = sectors;
  }

  /** The number of the pattern that it holds at the start, or -1: zeroes. */
  public DiskSpecBuilder pattern(long number) {
    pattern = number;
    return this;
  }

  /** Everything takes so long. */
  public DiskSpecBuilder latency(LatencySpec every) {
    return latency(LatencyProfile.of(every));
  }

  /** How long it takes. */
  public DiskSpecBuilder latency(LatencyProfile profile) {
    latency = profile;
    return this;
  }

  /** How many bios it serves at once. */
  public DiskSpecBuilder queueDepth(int bios) {
    queueDepth = bios;
    return this;
  }

  /** Who moves the iterator. */
  public DiskSpecBuilder driver(DriverKind kind) {
    driver = kind;
    return this;
  }

  /** What its queue accepts. */
  public DiskSpecBuilder limits(QueueLimits accepted) {
    limits = accepted;
    return this;
  }

  /** Whether it keeps bios until it is told to serve them. */
  public DiskSpecBuilder hold(HoldOrder order) {
    hold = order;
    return this;
  }

  /** A cache of any size. */
  public DiskSpecBuilder cache(CacheMode mode) {
    return cache(CacheSpec.of(mode));
  }

  /** What its cache is. */
  public DiskSpecBuilder cache(CacheSpec spec) {
    cache = spec;
    return this;
  }

  /** Whether its driver refuses what is not aligned to its logical blocks. */
  public DiskSpecBuilder aligned(boolean refuses) {
    aligned = refuses;
    return this;
  }

  /** The aligned unit that a power cut never tears, in bytes. */
  public DiskSpecBuilder atomicWriteBytes(int bytes) {
    atomicWriteBytes = bytes;
    return this;
  }

  /** The disk; throws {@link IllegalArgumentException} where it cannot be. */
  public DiskSpec build() {
    int unit = atomicWriteBytes == LOGICAL_BLOCK ? limits.logicalBlockBytes() : atomicWriteBytes;
    return new DiskSpec(
        id,
        name,
        sectors,
        pattern,
        latency,
        queueDepth,
        driver,
        limits,
        hold,
        cache,
        aligned,
        unit);
  }
}
