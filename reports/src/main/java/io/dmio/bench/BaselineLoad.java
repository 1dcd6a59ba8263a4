package io.dmio.bench;

import java.util.PriorityQueue;

/**
 * The bare job of a load of three-region writes, written plainly, with an object for each
 * operation, bio and event: so many operations in flight, each writes 4 KiB to three devices; for
 * each a latency and a fault are drawn and the end is an event in a {@link PriorityQueue}; tags go
 * into sparse stores, a failed bio sets its region's bit, and the last one starts the next
 * operation. No pools, no checks, no log, no digest.
 */
public final class BaselineLoad {

  private static final int REGIONS = 3;
  private static final int IN_FLIGHT = 32;
  private static final int SECTORS = 8;
  private static final int DEVICE_SECTORS = 1 << 11;
  private static final int CHUNK_SECTORS = 128;
  private static final int FAULT_ONE_IN = 1024;

  private final PriorityQueue<PlainEvent<Bio>> queue = new PriorityQueue<>();
  private final long[][][] stores = new long[REGIONS][DEVICE_SECTORS / CHUNK_SECTORS][];
  private final long[] latencies;
  private long random = 1;
  private long now;
  private long inserted;
  private int left;
  private long failed;

  /**
   * Makes a job.
   *
   * @param latencies nanoseconds, as many as a power of two, each as probable as the others
   */
  public BaselineLoad(long[] latencies) {
    this.latencies = latencies.clone();
  }

  /** Runs so many operations; returns the virtual time at the end and how many failed. */
  public long run(int operations) {
    left = operations;
    for (int i = 0; i < IN_FLIGHT; i++) {
      start();
    }
    for (PlainEvent<Bio> event = queue.poll(); event != null; event = queue.poll()) {
      now = event.time();
      end(event.what());
    }
    return now + failed;
  }

  private void start() {
    if (left == 0) {
      return;
    }
    left--;
    Operation operation = new Operation();
    long sector = (next() >>> 1) % (DEVICE_SECTORS / SECTORS) * SECTORS;
    for (int region = 0; region < REGIONS; region++) {
      long latency = latencies[(int) (next() >>> 32) & (latencies.length - 1)];
      Bio bio = new Bio(operation, region, sector, left);
      queue.add(new PlainEvent<>(now + latency, inserted++, bio));
    }
  }

  private void end(Bio bio) {
    Operation operation = bio.operation;
    if ((next() >>> 32) % FAULT_ONE_IN == 0) {
      operation.bits |= 1L << bio.region;
    } else {
      store(bio);
    }
    if (--operation.pending == 0) {
      failed += operation.bits == 0 ? 0 : 1;
      start();
    }
  }

  private void store(Bio bio) {
    int chunk = (int) (bio.sector / CHUNK_SECTORS);
    long[] tags = stores[bio.region][chunk];
    if (tags == null) {
      tags = new long[CHUNK_SECTORS];
      stores[bio.region][chunk] = tags;
    }
    int at = (int) (bio.sector % CHUNK_SECTORS);
    for (int i = 0; i < SECTORS; i++) {
      tags[at + i] = bio.tag * SECTORS + i;
    }
  }

  /** A mixer of a counter, as good as ours and no dearer. */
  private long next() {
    long mixed = random += 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  private static final class Operation {
    private int pending = REGIONS;
    private long bits;
  }

  private record Bio(Operation operation, int region, long sector, long tag) {}
}
