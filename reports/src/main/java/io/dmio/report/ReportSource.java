package io.dmio.report;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The text that a run came from.
 *
 * @param file the scenario's file as its user spells it
 * @param lines its lines, without line ends
 * @param ruleLines the line, counted from 1, of each fault rule by the rule's number
 * @param replayCommand what makes the run again
 */
public record ReportSource(
    String file, List<String> lines, Map<Integer, Integer> ruleLines, String replayCommand) {

  /** Copies lists and maps, sorted. */
  public ReportSource {
    lines = List.copyOf(lines);
    ruleLines = new TreeMap<>(ruleLines);
  }

  /** The line of a rule, if it stands in the file. */
  public OptionalInt lineOf(int rule) {
    Integer line = ruleLines.get(rule);
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** The place of a rule as editors read it, {@code file:line}, or the file alone. */
  public String placeOf(int rule) {
    OptionalInt line = lineOf(rule);
    return line.isPresent() ? file + ":" + line.getAsInt() : file;
  }
}
