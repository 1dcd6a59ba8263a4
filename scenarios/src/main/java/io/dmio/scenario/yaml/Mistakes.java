package io.dmio.scenario.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
public final class Mistakes {

  private final String file;
  private final Function<Position, Origin> origins;
  private final Set<Mistake> found = new LinkedHashSet<>();

  public Mistakes(String file) {
    this(file, Origin::inFile);
  }

  /**
   * Of a text that is not quite that of the file.
   *
   * @param origins where a position of the text comes from
   */
  public Mistakes(String file, Function<Position, Origin> origins) {
    this.file = file;
    this.origins = origins;
  }

  public void report(Position at, String message, @Nullable String suggestion) {
    report(origins.apply(at), message, suggestion);
  }

  public void report(Origin origin, String message, @Nullable String suggestion) {
    found.add(
        new Mistake(
            file, origin.option(), origin.at().line(), origin.at().column(), message, suggestion));
  }

  /** An empty collection about the same file, whose positions come from elsewhere. */
  public Mistakes from(Function<Position, Origin> others) {
    return new Mistakes(file, others);
  }

  public void addAll(Mistakes others) {
    found.addAll(others.found);
  }

  void report(Position at, String message) {
    report(at, message, null);
  }

  public void report(Node node, String message, @Nullable String suggestion) {
    report(node.at(), message, suggestion);
  }

  public boolean hasAt(Position at) {
    Position origin = origins.apply(at).at();
    return found.stream()
        .anyMatch(
            mistake -> mistake.line() == origin.line() && mistake.column() == origin.column());
  }

  public boolean any() {
    return !found.isEmpty();
  }

  /** Those found so far, in the order of their positions; those of options come last. */
  public void failIfAny(List<String> lines) throws ScenarioException {
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
