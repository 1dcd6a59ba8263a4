package io.dmio.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file. */
final class Mistakes {

  private final String file;
  private final List<Mistake> list = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  void report(Position at, String message, @Nullable String suggestion) {
    Mistake mistake = new Mistake(file, at.line(), at.column(), message, suggestion);
    if (!list.contains(mistake)) {
      list.add(mistake);
    }
  }

  void report(Position at, String message) {
    report(at, message, null);
  }

  void report(Node node, String message, @Nullable String suggestion) {
    report(Position.of(node.getStartMark()), message, suggestion);
  }

  boolean hasAt(Position at) {
    return list.stream()
        .anyMatch(mistake -> mistake.line() == at.line() && mistake.column() == at.column());
  }

  boolean any() {
    return !list.isEmpty();
  }

  /** Those found so far, in the order of their positions. */
  void failIfAny(List<String> lines) throws ScenarioException {
    if (any()) {
      list.sort(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column));
      throw new ScenarioException(list, lines);
    }
  }
}
