package io.dmio.generator;

import java.util.Arrays;

/**
 * What a scenario is mostly about: how likely things are, in percent.
 *
 * @param weight how often it is drawn
 * @param linux dialect linux-6.1 instead of classic
 * @param plug plugged queues, of classic scenarios
 * @param tables how many devices of the device mapper at most
 * @param trouble whether tables have targets that fail or change what passes
 * @param caches write-back caches of disks
 * @param latency latencies above zero
 * @param loud media errors and failing allocations
 * @param silent silent faults
 * @param cuts cuts of power and crashes
 * @param outside other events
 * @param odd shapes that few would write: no regions, too many, past the end
 * @param near regions at the begin of their devices, where they meet
 * @param overlap memory of reads whose vectors overlap; of writes half as often
 * @param plots stories of things that meet
 */
enum Mood {
  /** Nothing fails: what every call brings is known. */
  CALM(8, 40, 20, 0, false, 20, 70, 0, 0, 0, 0, 5, 20, 10, 20),
  /** Tables that only lead elsewhere. */
  STACKED(10, 50, 30, 2, false, 20, 60, 0, 0, 0, 0, 5, 25, 15, 20),
  /** Errors that are told. */
  LOUD(10, 50, 20, 1, false, 20, 60, 100, 0, 0, 10, 10, 20, 10, 10),
  /** Stacks of all targets, caches and power cuts. */
  FALLING(28, 50, 30, 3, true, 65, 85, 15, 5, 100, 10, 5, 30, 15, 60),
  /** Stacks whose targets fail, without cuts. */
  TROUBLED(14, 50, 20, 3, true, 30, 60, 25, 0, 0, 10, 10, 25, 15, 35),
  /** Lying disks below stacks. */
  LYING(10, 50, 15, 2, false, 40, 70, 10, 100, 20, 5, 5, 30, 10, 45),
  /** Disks that hold, go offline, and signals. */
  HELD(8, 40, 30, 1, false, 30, 80, 20, 5, 15, 100, 10, 25, 10, 15),
  /** Many writes and reads of a few sectors, with memory that overlaps. */
  CROWDED(10, 50, 25, 1, false, 30, 95, 10, 0, 15, 5, 5, 95, 60, 60),
  /** Everything at once. */
  WILD(12, 50, 30, 3, true, 50, 70, 50, 40, 50, 50, 30, 25, 40, 25);

  final int weight;
  final int linux;
  final int plug;
  final int tables;
  final boolean trouble;
  final int caches;
  final int latency;
  final int loud;
  final int silent;
  final int cuts;
  final int outside;
  final int odd;
  final int near;
  final int overlap;
  final int plots;

  Mood(
      int weight,
      int linux,
      int plug,
      int tables,
      boolean trouble,
      int caches,
      int latency,
      int loud,
      int silent,
      int cuts,
      int outside,
      int odd,
      int near,
      int overlap,
      int plots) {
    this.weight = weight;
    this.linux = linux;
    this.plug = plug;
    this.tables = tables;
    this.trouble = trouble;
    this.caches = caches;
    this.latency = latency;
    this.loud = loud;
    this.silent = silent;
    this.cuts = cuts;
    this.outside = outside;
    this.odd = odd;
    this.near = near;
    this.overlap = overlap;
    this.plots = plots;
  }

  /** One of them. */
  static Mood drawn(Draw draw) {
    Mood[] moods = values();
    return moods[draw.weighted(Arrays.stream(moods).mapToInt(mood -> mood.weight).toArray())];
  }
}
