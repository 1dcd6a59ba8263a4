package io.dmio.testbed;

import io.dmio.device.PowerCutRecord;
import io.dmio.device.Survival;
import java.util.List;

/**
 * How many worlds the power cuts of a run make, as far as its first world shows.
 *
 * @param first how many the first cut makes, of all disks that are cut together: no less are made
 * @param all how many there are if every world's later cuts allow as many states as the first's
 */
record StateCount(long first, long all) {

  static StateCount of(List<PowerCutRecord> cuts) {
    long first = 1;
    long all = 1;
    long begin = -1;
    for (PowerCutRecord cut : cuts) {
      if (cut.how() == Survival.EACH) {
        begin = begin < 0 ? cut.timeNanos() : begin;
        all = product(all, cut.states());
        first = cut.timeNanos() == begin ? all : first;
      }
    }
    return new StateCount(first, all);
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }
}
