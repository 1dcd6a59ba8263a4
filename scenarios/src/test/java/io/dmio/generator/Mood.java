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
 * @param odd shapes that few would write: no regions, too many, past the end, overlapping memory
 */
enum Mood {
  /** Nothing fails: what every call brings is known. */
  CALM(8, 40, 20, 0, false, 20, 70, 0, 0, 0, 0, 5),
  /** Tables that only lead elsewhere. */
  STACKED(10, 50, 30, 2, false, 20, 60, 0, 0, 0, 0, 5),
  /** Errors that are told. */
  LOUD(10, 50, 20, 1, false, 20, 60, 100, 0, 0, 10, 10),
  /** Stacks of all targets, caches and power cuts. */
  FALLING(28, 50, 30, 3, true, 65, 85, 15, 5, 100, 10, 5),
  /** Stacks whose targets fail, without cuts. */
  TROUBLED(14, 50, 20, 3, true, 30, 60, 25, 0, 0, 10, 10),
  /** Lying disks below stacks. */
  LYING(10, 50, 15, 2, false, 40, 70, 10, 100, 20, 5, 5),
  /** Disks that hold, go offline, and signals. */
  HELD(8, 40, 30, 1, false, 30, 80, 20, 5, 15, 100, 10),
  /** Everything at once. */
  WILD(12, 50, 30, 3, true, 50, 70, 50, 40, 50, 50, 30);

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
      int odd) {
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
  }

  /** One of them. */
  static Mood drawn(Draw draw) {
    Mood[] moods = values();
    return moods[draw.weighted(Arrays.stream(moods).mapToInt(mood -> mood.weight).toArray())];
  }
}
