package io.dmio.engine;

import java.util.Arrays;

/** A count for each device. Clearing costs nothing: what was counted before the last is old. */
final class DeviceCounts {

  private int[] counts = new int[16];
  private long[] counted = new long[16];
  private long serial;

  /** All counts are 0 again. */
  void clear() {
    serial++;
  }

  /** The count of a device before this call, which adds one. */
  int next(int device) {
    if (device >= counts.length) {
      int length = Math.max(device + 1, counts.length * 2);
      counts = Arrays.copyOf(counts, length);
      counted = Arrays.copyOf(counted, length);
    }
    if (counted[device] != serial) {
      counted[device] = serial;
      counts[device] = 0;
    }
    return counts[device]++;
  }
}
