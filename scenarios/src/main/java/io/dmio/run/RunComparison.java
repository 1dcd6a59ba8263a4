package io.dmio.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two runs, call by call. Calls belong together by their names. */
public final class RunComparison {

  private final ComparedRun left;
  private final ComparedRun right;
  private final List<ComparedCall> calls = new ArrayList<>();
  private final List<ComparedCall> differing;

  private RunComparison(ComparedRun left, ComparedRun right) {
    this.left = left;
    this.right = right;
    match();
    differing =
        calls.stream()
            .filter(call -> !call.differences().isEmpty())
            .sorted(Comparator.comparing(call -> call.differences().iterator().next()))
            .toList();
  }

  /** Compares two runs. */
  public static RunComparison of(ComparedRun left, ComparedRun right) {
    return new RunComparison(left, right);
  }

  private void match() {
    CallReader lefts = new CallReader(left);
    CallReader rights = new CallReader(right);
    Map<String, Deque<Integer>> open = new LinkedHashMap<>();
    for (int row = 0; row < rights.count(); row++) {
      open.computeIfAbsent(rights.name(row), name -> new ArrayDeque<>()).add(row);
    }
    for (int row = 0; row < lefts.count(); row++) {
      String name = lefts.name(row);
      Deque<Integer> rows = open.getOrDefault(name, new ArrayDeque<>());
      calls.add(
          new ComparedCall(
              name, lefts.figures(row), rows.isEmpty() ? null : rights.figures(rows.remove())));
    }
    open.forEach(
        (name, rows) ->
            rows.forEach(row -> calls.add(new ComparedCall(name, null, rights.figures(row)))));
  }

  /** The first run. */
  public ComparedRun left() {
    return left;
  }

  /** The second run. */
  public ComparedRun right() {
    return right;
  }

  /**
   * All calls: those of the first run in the order of their making, then what only the second has.
   */
  public List<ComparedCall> calls() {
    return calls;
  }

  /** The calls that differ, by the most telling difference of each. */
  public List<ComparedCall> differing() {
    return differing;
  }

  /** How many calls differ in this. */
  public long count(Aspect aspect) {
    return differing.stream().filter(call -> call.differences().contains(aspect)).count();
  }

  /** How many calls only the first run has. */
  public long onlyLeft() {
    return differing.stream().filter(call -> call.right() == null).count();
  }

  /** How many calls only the second run has. */
  public long onlyRight() {
    return differing.stream().filter(call -> call.left() == null).count();
  }
}
