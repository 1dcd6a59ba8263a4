package io.dmio.run;

import io.dmio.model.Quantities;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult;
import io.dmio.workload.PrintableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A comparison for a terminal: the calls that differ, side by side, and a sentence at the end. */
public final class ComparisonText {

  private static final int MOST_CALLS = 20;
  private static final int MOST_WIDTH = 44;

  private final RunComparison comparison;
  private final List<String> lines = new ArrayList<>();

  private ComparisonText(RunComparison comparison) {
    this.comparison = comparison;
  }

  /**
   * The lines.
   *
   * @param all every aspect of every call, and not only what differs
   */
  public static List<String> lines(RunComparison comparison, boolean all) {
    ComparisonText text = new ComparisonText(comparison);
    text.heading();
    text.calls(all);
    text.lines.add(ComparisonWords.summary(comparison));
    return text.lines.stream().map(PrintableText::line).toList();
  }

  private void heading() {
    List<ComparedRun> runs = List.of(comparison.left(), comparison.right());
    int width = runs.stream().mapToInt(run -> run.label().length()).max().orElse(0);
    for (ComparedRun run : runs) {
      RunResult result = run.result();
      lines.add(
          pad(run.label(), width)
              + "  "
              + Wording.verdict(result)
              + "  "
              + result.scenario()
              + " seed "
              + Quantities.seed(result.seed())
              + ", "
              + Wording.figures(result));
      if (!result.failures().isEmpty()) {
        lines.add(" ".repeat(width + 2) + result.failures().get(0).message());
      }
      if (!result.verdict().holds()) {
        lines.add(" ".repeat(width + 2) + run.command());
      }
    }
  }

  private void calls(boolean all) {
    List<ComparedCall> differing = comparison.differing();
    List<ComparedCall> shown =
        all ? allCalls() : differing.subList(0, Math.min(MOST_CALLS, differing.size()));
    if (shown.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("call", "", comparison.left().label(), comparison.right().label()));
    for (ComparedCall call : shown) {
      String name = call.name();
      for (Aspect aspect : aspects(call, all)) {
        rows.add(row(name, call, aspect, all));
        name = "";
      }
    }
    table(rows);
    int left = differing.size() - shown.size();
    if (left > 0) {
      lines.add("and " + Quantities.count(left, "more call") + "; --all shows everything");
    }
  }

  /** Those that differ come first. */
  private List<ComparedCall> allCalls() {
    List<ComparedCall> calls = new ArrayList<>(comparison.differing());
    comparison.calls().stream().filter(call -> call.differences().isEmpty()).forEach(calls::add);
    return calls;
  }

  private static Collection<Aspect> aspects(ComparedCall call, boolean all) {
    boolean both = call.left() != null && call.right() != null;
    return all && both
        ? Arrays.stream(Aspect.values()).filter(aspect -> aspect != Aspect.CALL).toList()
        : call.differences();
  }

  private static List<String> row(String name, ComparedCall call, Aspect aspect, boolean all) {
    List<String> sides = ComparisonWords.sides(call, aspect);
    String mark = all ? (call.differences().contains(aspect) ? "* " : "  ") : "";
    return List.of(name, mark + aspect.text(), sides.get(0), sides.get(1));
  }

  private void table(List<List<String>> rows) {
    int[] widths = new int[4];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], Math.min(MOST_WIDTH, row.get(column).length()));
      }
    }
    rows.forEach(row -> add(row, widths));
  }

  /** A cell that is too wide goes on below. */
  private void add(List<String> row, int[] widths) {
    List<List<String>> cells = new ArrayList<>();
    int height = 0;
    for (int column = 0; column < widths.length; column++) {
      cells.add(wrap(row.get(column), widths[column]));
      height = Math.max(height, cells.get(column).size());
    }
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        List<String> cell = cells.get(column);
        line.append(pad(i < cell.size() ? cell.get(i) : "", widths[column])).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private static List<String> wrap(String text, int width) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int blank = rest.lastIndexOf(' ', width);
      int end = blank > 0 ? blank : width;
      parts.add(rest.substring(0, end));
      rest = rest.substring(end).stripLeading();
    }
    parts.add(rest);
    return parts;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
