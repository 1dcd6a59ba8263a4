package io.dmio.engine;

import java.util.Arrays;

/** A count for each device. Clearing costs nothing: what was counted before the last is old. */
final class DeviceCounts {

  private static final long ROUND = 1L << Integer.SIZE;

  /** What the next one of a device is; anything below the floor was counted in an older round. */
  private long[] next = new long[16];

  /** The number of the round, in the upper half. */
  private long floor;

  /** All counts are 0 again. */
  void clear() {
    floor += ROUND;
    if (floor < 0) {
      Arrays.fill(next, 0);
      floor = 0;
    }
  }

  /** The count of a device before this call, which adds one. */
  int next(int device) {
    if (device >= next.length) {
      next = Arrays.copyOf(next, Math.max(device + 1, next.length * 2));
    }
    long counted = Math.max(next[device], floor);
    next[device] = counted + 1;
    return (int) counted;
  }
}
