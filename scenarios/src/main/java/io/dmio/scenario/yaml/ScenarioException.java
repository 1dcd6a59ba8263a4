package io.dmio.scenario.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be run, with everything that is wrong with it. */
public final class ScenarioException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Mistake> mistakes;
  private final transient List<String> lines;

  public ScenarioException(List<Mistake> mistakes, List<String> lines) {
    super(mistakes.get(0).message());
    this.mistakes = List.copyOf(mistakes);
    this.lines = List.copyOf(lines);
  }

  /** The mistakes in the order of their positions, those of options last; at least one. */
  public List<Mistake> mistakes() {
    return mistakes;
  }

  /** All mistakes as a compiler would show them, without a line feed at the end. */
  public String render() {
    return mistakes.stream()
        .map(mistake -> mistake.render(lineOf(mistake)))
        .collect(Collectors.joining("\n"));
  }

  private String lineOf(Mistake mistake) {
    if (mistake.option() != null) {
      return mistake.option();
    }
    return mistake.line() <= lines.size() ? lines.get(mistake.line() - 1) : "";
  }
}
