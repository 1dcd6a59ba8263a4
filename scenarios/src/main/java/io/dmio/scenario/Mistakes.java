package io.dmio.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
final class Mistakes {

  private final String file;
  private final Function<Position, Origin> origins;
  private final List<Mistake> list = new ArrayList<>();

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
    Change change = origin.change();
    Mistake mistake =
        new Mistake(
            file,
            change == null ? null : change.option(),
            origin.at().line(),
            origin.at().column(),
            message,
            suggestion);
    if (!list.contains(mistake)) {
      list.add(mistake);
    }
  }

  /** An empty collection about the same file, whose positions come from elsewhere. */
  Mistakes from(Function<Position, Origin> others) {
    return new Mistakes(file, others);
  }

  void addAll(Mistakes others) {
    list.addAll(others.list);
  }

  void report(Position at, String message) {
    report(at, message, null);
  }

  void report(Node node, String message, @Nullable String suggestion) {
    report(Position.of(node.start()), message, suggestion);
  }

  boolean hasAt(Position at) {
    Position origin = origins.apply(at).at();
    return list.stream()
        .anyMatch(
            mistake -> mistake.line() == origin.line() && mistake.column() == origin.column());
  }

  boolean any() {
    return !list.isEmpty();
  }

  /** Those found so far, in the order of their positions; those of options come last. */
  void failIfAny(List<String> lines) throws ScenarioException {
    if (any()) {
      list.sort(
          Comparator.comparing((Mistake mistake) -> mistake.option() != null)
              .thenComparingInt(Mistake::line)
              .thenComparingInt(Mistake::column));
      throw new ScenarioException(list, lines);
    }
  }
}
