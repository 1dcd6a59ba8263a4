package io.dmio.engine;

import java.util.Arrays;

/** A count for each device. Clearing costs nothing: what was counted before the last is old. */
final class DeviceCounts {

  /** In the lower half the count, in the upper one when it was counted. */
  private long[] counts = new long[16];

  private int serial;

  /** All counts are 0 again. */
  void clear() {
    serial++;
    if (serial == 0) {
      Arrays.fill(counts, 0);
    }
  }

  /** The count of a device before this call, which adds one. */
  int next(int device) {
    if (device >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(device + 1, counts.length * 2));
    }
    long counted = counts[device];
    int count = (int) (counted >>> Integer.SIZE) == serial ? (int) counted : 0;
    counts[device] = (long) serial << Integer.SIZE | (count + 1);
    return count;
  }
}
