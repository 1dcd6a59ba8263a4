package io.dmio.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
final class Mistakes {

  private final String file;
  private final Function<Position, Origin> origins;
  private final Set<Mistake> found = new LinkedHashSet<>();

  Mistakes(String file) {
    this(file, Origin::inFile);
  }

  /**
   * Of a text that is not quite that of the file.
   *
   * @param origins where a position of the text comes from
   */
  Mistakes(String file, Function<Position, Origin> origins) {
    this.file = file;
    this.origins = origins;
  }

  void report(Position at, String message, @Nullable String suggestion) {
    report(origins.apply(at), message, suggestion);
  }

  void report(Origin origin, String message, @Nullable String suggestion) {
    found.add(
        new Mistake(
            file, origin.option(), origin.at().line(), origin.at().column(), message, suggestion));
  }

  /** An empty collection about the same file, whose positions come from elsewhere. */
  Mistakes from(Function<Position, Origin> others) {
    return new Mistakes(file, others);
  }

  void addAll(Mistakes others) {
    found.addAll(others.found);
  }

  void report(Position at, String message) {
    report(at, message, null);
  }

  void report(Node node, String message, @Nullable String suggestion) {
    report(Position.of(node.start()), message, suggestion);
  }

  boolean hasAt(Position at) {
    Position origin = origins.apply(at).at();
    return found.stream()
        .anyMatch(
            mistake -> mistake.line() == origin.line() && mistake.column() == origin.column());
  }

  boolean any() {
    return !found.isEmpty();
  }

  /** Those found so far, in the order of their positions; those of options come last. */
  void failIfAny(List<String> lines) throws ScenarioException {
    if (any()) {
      List<Mistake> list = new ArrayList<>(found);
      list.sort(
          Comparator.comparing((Mistake mistake) -> mistake.option() != null)
              .thenComparingInt(Mistake::line)
              .thenComparingInt(Mistake::column));
      throw new ScenarioException(list, lines);
    }
  }
}
