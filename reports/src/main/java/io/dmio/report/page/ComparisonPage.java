package io.dmio.report.page;

import java.util.List;

/** Everything that the template of a comparison prints, in the order of the page. */
record ComparisonPage(
    String title,
    String word,
    String tone,
    String sentence,
    List<RunView> runs,
    List<CountView> counts,
    List<CallView> calls,
    String callsNote,
    List<CallView> same,
    String sameNote,
    RawContent style) {

  /** A run. */
  record RunView(
      String label,
      String verdict,
      boolean holds,
      String scenario,
      String seed,
      String dialect,
      String time,
      long calls,
      long failedCalls,
      long bios,
      String fingerprint,
      String outcome,
      String failure,
      String command) {}

  /** How many calls differ in something. */
  record CountView(String aspect, String about, long calls) {}

  /** A call with a row an aspect. */
  record CallView(String name, String task, String does, List<RowView> rows) {}

  /** An aspect of a call in both runs. */
  record RowView(String aspect, boolean differs, String left, String right) {}
}
