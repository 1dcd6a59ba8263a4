package io.dmio.generator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a scenario is mostly about: how likely things are. */
enum Mood {
  /** Nothing fails: what every call brings is known. */
  CALM(8, "linux 40, plug 20, caches 20, latency 70, odd 5, near 20, overlap 10, plots 20"),
  /** Tables that only lead elsewhere. */
  STACKED(
      10,
      "linux 50, plug 30, tables 2, caches 20, latency 60, odd 5, near 25, overlap 15, plots 20"),
  /** Errors that are told. */
  LOUD(
      10,
      "linux 50, plug 20, tables 1, caches 20, latency 60, loud 100, outside 10, odd 10, near 20,"
          + " overlap 10, plots 10"),
  /** Stacks of all targets, caches and power cuts. */
  FALLING(
      28,
      "linux 50, plug 30, tables 3, trouble 1, caches 65, latency 85, loud 15, silent 5, cuts 100,"
          + " outside 10, odd 5, near 30, overlap 15, plots 60"),
  /** Stacks whose targets fail, without cuts. */
  TROUBLED(
      14,
      "linux 50, plug 20, tables 3, trouble 1, caches 30, latency 60, loud 25, outside 10, odd 10,"
          + " near 25, overlap 15, plots 35"),
  /** Lying disks below stacks. */
  LYING(
      10,
      "linux 50, plug 15, tables 2, caches 40, latency 70, loud 10, silent 100, cuts 20, outside 5,"
          + " odd 5, near 30, overlap 10, plots 45"),
  /** Disks that hold, go offline, and signals. */
  HELD(
      8,
      "linux 40, plug 30, tables 1, caches 30, latency 80, loud 20, silent 5, cuts 15, outside 100,"
          + " odd 10, near 25, overlap 10, plots 15"),
  /** Many writes and reads of a few sectors, with memory that overlaps. */
  CROWDED(
      10,
      "linux 50, plug 25, tables 1, caches 30, latency 95, loud 10, cuts 15, outside 5, odd 5,"
          + " near 95, overlap 60, plots 60"),
  /** Everything at once. */
  WILD(
      12,
      "linux 50, plug 30, tables 3, trouble 1, caches 50, latency 70, loud 50, silent 40, cuts 50,"
          + " outside 50, odd 30, near 25, overlap 40, plots 25");

  /** Percent: dialect linux-6.1 instead of classic. */
  final int linux;

  /** Percent of classic scenarios: plugged queues. */
  final int plug;

  /** Stacked devices at most. */
  final int tables;

  /** Whether tables have targets that fail or change what passes. */
  final boolean trouble;

  /** Percent of disks: a write-back cache. */
  final int caches;

  /** Percent of disks: a latency above zero. */
  final int latency;

  /** Percent: media errors and failing allocations. */
  final int loud;

  /** Percent: silent faults. */
  final int silent;

  /** Percent: cuts of power and crashes. */
  final int cuts;

  /** Percent: other events. */
  final int outside;

  /** Percent, here and there: no regions, too many, past the end. */
  final int odd;

  /** Percent of regions: at the begin of their devices, where they meet. */
  final int near;

  /** Percent of vectors of reads that overlap in memory; of writes half as many. */
  final int overlap;

  /** Percent, twice for each task: a story in which things meet. */
  final int plots;

  private final int weight;

  Mood(int weight, String shares) {
    this.weight = weight;
    Map<String, Integer> words = new HashMap<>();
    for (String share : shares.split(", ")) {
      String[] word = share.split(" ");
      words.put(word[0], Integer.valueOf(word[1]));
    }
    linux = words.getOrDefault("linux", 0);
    plug = words.getOrDefault("plug", 0);
    tables = words.getOrDefault("tables", 0);
    trouble = words.containsKey("trouble");
    caches = words.getOrDefault("caches", 0);
    latency = words.getOrDefault("latency", 0);
    loud = words.getOrDefault("loud", 0);
    silent = words.getOrDefault("silent", 0);
    cuts = words.getOrDefault("cuts", 0);
    outside = words.getOrDefault("outside", 0);
    odd = words.getOrDefault("odd", 0);
    near = words.getOrDefault("near", 0);
    overlap = words.getOrDefault("overlap", 0);
    plots = words.getOrDefault("plots", 0);
  }

  /** One of them, as likely as it weighs. */
  static Mood drawn(Draw draw) {
    Mood[] moods = values();
    return moods[draw.weighted(Arrays.stream(moods).mapToInt(mood -> mood.weight).toArray())];
  }
}
