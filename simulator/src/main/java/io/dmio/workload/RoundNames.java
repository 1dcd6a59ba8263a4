package io.dmio.workload;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names as one list of steps sees them: inside round k of a repetition, {@code w} means {@code
 * w[k]} if w is made there, and else what it means outside.
 */
final class RoundNames {

  private final @Nullable RoundNames parent;
  private final String suffix;
  private final SortedSet<String> ids;

  private RoundNames(@Nullable RoundNames parent, String suffix, SortedSet<String> ids) {
    this.parent = parent;
    this.suffix = suffix;
    this.ids = ids;
  }

  static RoundNames ofTask(List<Step> steps) {
    return new RoundNames(null, "", idsIn(steps));
  }

  /** As the steps of a round, from 1, see them, which make these names. */
  RoundNames round(long number, SortedSet<String> made) {
    assert number >= 1 : "rounds count from 1: " + number;
    return new RoundNames(this, suffix + "[" + number + "]", made);
  }

  /** The full name of something that a step of this very list makes. */
  String name(String id) {
    return id + suffix;
  }

  /** What is added to the names that are made here. */
  String suffix() {
    return suffix;
  }

  /** The full name of something that a step of this list speaks of. */
  String resolve(String id) {
    for (RoundNames list = this; list != null; list = list.parent) {
      if (list.ids.contains(id)) {
        return list.name(id);
      }
    }
    return id;
  }

  /** The names that steps make; those inside a repetition are not among them. */
  static SortedSet<String> idsIn(List<Step> steps) {
    SortedSet<String> ids = new TreeSet<>();
    collect(steps, ids);
    return ids;
  }

  private static void collect(List<Step> steps, SortedSet<String> ids) {
    for (Step step : steps) {
      if (!step.made().isEmpty()) {
        ids.add(step.made());
      }
      if (step instanceof Step.Call call) {
        collect(call.then(), ids);
      }
    }
  }
}
