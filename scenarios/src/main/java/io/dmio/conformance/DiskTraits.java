package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.block.QueueLimits;
import io.dmio.block.Sectors;
import io.dmio.device.CacheMode;
import io.dmio.device.DiskFaults;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.HoldOrder;
import io.dmio.device.LatencySpec;

/**
 * In what the disks of a recording differ, beside size and contents.
 *
 * @param latency of everything
 * @param driver who moves the iterator
 * @param limits what the queue accepts
 * @param hold whether bios are kept until they are released
 * @param cache what the cache is
 * @param aligned whether the driver refuses what is not aligned to the blocks
 * @param faults what goes wrong
 */
record DiskTraits(
    LatencySpec latency,
    DriverKind driver,
    QueueLimits limits,
    HoldOrder hold,
    CacheMode cache,
    boolean aligned,
    DiskFaults faults) {

  /** Disks whose bios other threads end: they end a moment later. */
  private static final LatencySpec OTHER_THREAD = new LatencySpec.Fixed(1_000);

  private static final long FAR_ABOVE = 1 << 22;
  private static final long NULLB_REQUEST = 255;
  private static final int SCSI_BLOCK = 4096;

  /** The disk of a stack, as a case describes it. */
  static DiskTraits of(String stack, JsonNode spec) {
    return switch (stack) {
      case "mem" -> mem(spec);
      case "brd" -> plain(LatencySpec.NONE, DriverKind.BIO, QueueLimits.UNLIMITED);
      case "loop" -> loop();
      case "nullb" -> nullb(spec);
      case "scsi" -> scsi(spec);
      default -> throw new CaseException("devices.stack", "no stack \"" + stack + "\"");
    };
  }

  /** Whether other threads end its bios, so that their order is not recorded. */
  boolean otherThreads() {
    return latency.equals(OTHER_THREAD);
  }

  /** Whether bios are cut before they come to it. */
  boolean cuts() {
    return limits.maxSectors() < Long.MAX_VALUE;
  }

  /** The specification of such a disk. */
  DiskSpec disk(int id, String name, long sectors, long pattern) {
    return DiskSpec.builder(id, name, sectors)
        .pattern(pattern)
        .latency(latency)
        .driver(driver)
        .limits(limits)
        .hold(hold)
        .cache(cache)
        .aligned(aligned)
        .build();
  }

  private static DiskTraits mem(JsonNode spec) {
    long discard = spec.path("max_discard_sectors").asLong();
    long writeZeroes = spec.path("max_write_zeroes_sectors").asLong();
    return new DiskTraits(
        LatencySpec.NONE,
        DriverKind.BIO,
        limits(Long.MAX_VALUE, Sectors.SIZE, discard, writeZeroes),
        spec.path("hold").asBoolean() ? HoldOrder.FIFO : HoldOrder.NONE,
        spec.path("write_cache").asBoolean() ? CacheMode.WRITE_BACK : CacheMode.NONE,
        false,
        RecordedFaults.of(spec.path("faults")));
  }

  private static DiskTraits loop() {
    return new DiskTraits(
        OTHER_THREAD,
        DriverKind.REQUEST,
        limits(Long.MAX_VALUE, Sectors.SIZE, FAR_ABOVE, FAR_ABOVE),
        HoldOrder.NONE,
        CacheMode.WRITE_BACK,
        false,
        DiskFaults.NONE);
  }

  private static DiskTraits nullb(JsonNode spec) {
    DiskFaults faults = RecordedFaults.badBlocks(spec.path("badblocks").asText());
    int mode = spec.path("queue_mode").asInt();
    return switch (mode) {
      case 0 -> plain(OTHER_THREAD, DriverKind.BIO, QueueLimits.UNLIMITED).with(faults);
      case 2 ->
          plain(OTHER_THREAD, DriverKind.REQUEST, limits(NULLB_REQUEST, Sectors.SIZE, 0, 0))
              .with(faults);
      default -> throw new CaseException("devices.queue_mode", "no queue mode " + mode);
    };
  }

  private static DiskTraits scsi(JsonNode spec) {
    int block = spec.path("logical_block_size").asInt(SCSI_BLOCK);
    return new DiskTraits(
        OTHER_THREAD,
        DriverKind.REQUEST,
        limits(Long.MAX_VALUE, block, 0, 0),
        HoldOrder.NONE,
        CacheMode.NONE,
        true,
        DiskFaults.NONE);
  }

  /** Holds nothing, has no cache and no faults. */
  private static DiskTraits plain(LatencySpec latency, DriverKind driver, QueueLimits limits) {
    return new DiskTraits(
        latency, driver, limits, HoldOrder.NONE, CacheMode.NONE, false, DiskFaults.NONE);
  }

  private DiskTraits with(DiskFaults other) {
    return new DiskTraits(latency, driver, limits, hold, cache, aligned, other);
  }

  private static QueueLimits limits(long most, int block, long discard, long writeZeroes) {
    return new QueueLimits(most, Integer.MAX_VALUE, block, block, discard, writeZeroes);
  }
}
