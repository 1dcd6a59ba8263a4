package io.dmio.story;

import io.dmio.check.Failure;
import io.dmio.model.Quantities;
import java.util.ArrayList;
import java.util.List;

/** A failure in words. */
public final class FailureText {

  private FailureText() {}

  /** The check, when, where, what was expected and found, and the rule involved. */
  public static List<String> lines(Failure failure, Wording words, ScenarioLines source) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "The check "
            + failure.check().text()
            + " failed at "
            + Quantities.exactTime(failure.timeNanos())
            + ", event "
            + failure.event()
            + ": "
            + failure.message());
    String where = where(failure, words);
    if (!where.isEmpty()) {
      lines.add("  where:    " + where);
    }
    if (failure.expected() != null) {
      lines.add("  expected: " + failure.expected());
    }
    if (failure.actual() != null) {
      lines.add("  found:    " + failure.actual());
    }
    if (failure.rule() >= 0) {
      String place = source.placeOf(failure.rule());
      lines.add("  involved: " + words.ruleAndReason(failure.rule()) + ", " + place);
    }
    return lines;
  }

  /** Call, region, device and sectors, as far as there are any. */
  public static String where(Failure failure, Wording words) {
    List<String> parts = new ArrayList<>();
    if (failure.call() >= 0) {
      parts.add("call " + words.call(failure.call()));
    } else if (failure.step() != null) {
      parts.add(words.stepAndPlace(failure.step()));
    }
    if (failure.region() >= 0) {
      parts.add("region " + failure.region());
    }
    if (failure.device() >= 0) {
      parts.add("device " + words.device(failure.device()));
    }
    if (failure.sector() >= 0) {
      parts.add(
          (failure.count() > 1 ? "sectors " : "sector ")
              + Quantities.sectors(failure.sector(), failure.count()));
    }
    return String.join(", ", parts);
  }
}
