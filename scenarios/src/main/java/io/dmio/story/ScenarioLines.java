package io.dmio.story;

import io.dmio.check.Check;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text that a run came from.
 *
 * @param file the scenario's file as its user spells it
 * @param lines its lines, without line ends
 * @param ruleLines the line, counted from 1, of each fault rule by the rule's number
 * @param eventLines the same of each event by the event's number
 * @param tableLines the same of each line of the tables, by the number of their device
 * @param stepLines the same of each step and call, by its name without numbers
 * @param reasons what each rule's author says of it, by the rule's number; of those without a
 *     reason none, or an empty text. Kept as one line: what is blank, or moves a cursor, is one
 *     blank each.
 * @param skipReasons why checks are skipped, kept as one line as well
 * @param replayCommand what makes the run again
 */
public record ScenarioLines(
    String file,
    List<String> lines,
    Map<Integer, Integer> ruleLines,
    Map<Integer, Integer> eventLines,
    Map<Integer, List<Integer>> tableLines,
    Map<String, Integer> stepLines,
    Map<Integer, String> reasons,
    Map<Check, String> skipReasons,
    String replayCommand) {

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Z}\\u0085]+");

  /** Copies lists and maps, sorted. */
  public ScenarioLines {
    lines = List.copyOf(lines);
    ruleLines = new TreeMap<>(ruleLines);
    eventLines = new TreeMap<>(eventLines);
    tableLines = new TreeMap<>(tableLines);
    stepLines = new TreeMap<>(stepLines);
    reasons = new TreeMap<>(reasons);
    reasons.replaceAll((rule, reason) -> oneLine(reason));
    skipReasons = new TreeMap<>(skipReasons);
    skipReasons.replaceAll((check, reason) -> oneLine(reason));
  }

  /** The text of a scenario without events, tables and reasons. */
  public ScenarioLines(
      String file, List<String> lines, Map<Integer, Integer> ruleLines, String replayCommand) {
    this(file, lines, ruleLines, Map.of(), Map.of(), replayCommand);
  }

  /** The text of a scenario without tables. */
  public ScenarioLines(
      String file,
      List<String> lines,
      Map<Integer, Integer> ruleLines,
      Map<Integer, Integer> eventLines,
      Map<Integer, String> reasons,
      String replayCommand) {
    this(file, lines, ruleLines, eventLines, Map.of(), Map.of(), reasons, Map.of(), replayCommand);
  }

  /** The line of a rule, if it stands in the file. */
  public OptionalInt lineOf(int rule) {
    return found(ruleLines.get(rule));
  }

  /** Why there is a rule, as its author says; empty if nothing is said. */
  public String reasonOf(int rule) {
    return reasons.getOrDefault(rule, "");
  }

  /** Why a check is skipped, as the scenario says; empty if nothing is said. */
  public String reasonOfSkip(Check check) {
    return skipReasons.getOrDefault(check, "");
  }

  /** The line of an event, if it stands in the file. */
  public OptionalInt lineOfEvent(int event) {
    return found(eventLines.get(event));
  }

  /**
   * The line of a line of a table, if it stands in the file.
   *
   * @param device the number of the stacked device
   * @param line of its table, from 0
   */
  public OptionalInt lineOfTable(int device, int line) {
    List<Integer> known = tableLines.getOrDefault(device, List.of());
    return line < known.size() ? OptionalInt.of(known.get(line)) : OptionalInt.empty();
  }

  /** The place of a line of a table; as {@link #placeOf}. */
  public String placeOfTable(int device, int line) {
    return place(lineOfTable(device, line));
  }

  /** The place of a rule as editors read it, {@code file:line}, or the file alone. */
  public String placeOf(int rule) {
    return place(lineOf(rule));
  }

  /** The same of an event. */
  public String placeOfEvent(int event) {
    return place(lineOfEvent(event));
  }

  private static String oneLine(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  /** The place of a step or call as results name it; empty if it is not in the file. */
  public String placeOfStep(String name) {
    OptionalInt line = found(stepLines.get(name.replaceAll("\\[[0-9]+\\]", "")));
    return line.isPresent() ? place(line) : "";
  }

  private static OptionalInt found(@Nullable Integer line) {
    return line == null ? OptionalInt.empty() : OptionalInt.of(line);
  }

  private String place(OptionalInt line) {
    return line.isPresent() ? file + ":" + line.getAsInt() : file;
  }
}
