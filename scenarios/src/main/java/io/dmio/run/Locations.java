package io.dmio.run;

import io.dmio.check.Failure;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.yaml.Position;
import io.dmio.story.ScenarioLines;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in the text of a scenario.
 *
 * @param scenario the scenario that was read
 */
record Locations(Scenario scenario) {

  /** Where a failure comes from: the rule involved, else the step, else the file alone. */
  SourceLocation of(Failure failure) {
    Position position = positionOf(failure);
    return position == null
        ? new SourceLocation(file(), -1, -1)
        : new SourceLocation(file(), position.line(), position.column());
  }

  /** Where a rule stands, or null where there is no such rule. */
  @Nullable SourceLocation ofRule(int rule) {
    if (rule < 0 || rule >= scenario.rules().size()) {
      return null;
    }
    Position position = scenario.rules().get(rule);
    return new SourceLocation(file(), position.line(), position.column());
  }

  /** The text, for stories and reports. */
  ScenarioLines lines(String replayCommand) {
    return new ScenarioLines(
        file(),
        scenario.lines(),
        lines(scenario.rules()),
        lines(scenario.events()),
        tableLines(),
        stepLines(),
        reasons(),
        scenario.skipReasons(),
        replayCommand);
  }

  /**
   * The lines of tables in the file, by the number of their device: tables are numbered after
   * disks.
   */
  private Map<Integer, List<Integer>> tableLines() {
    Map<Integer, List<Integer>> lines = new TreeMap<>();
    for (int table = 0; table < scenario.tables().size(); table++) {
      List<Integer> here = scenario.tables().get(table).stream().map(Position::line).toList();
      lines.put(scenario.world().disks().size() + table, here);
    }
    return lines;
  }

  private Map<String, Integer> stepLines() {
    Map<String, Integer> lines = new TreeMap<>();
    scenario.steps().forEach((name, at) -> lines.put(name, at.line()));
    return lines;
  }

  private static Map<Integer, Integer> lines(List<Position> positions) {
    Map<Integer, Integer> lines = new TreeMap<>();
    for (int number = 0; number < positions.size(); number++) {
      lines.put(number, positions.get(number).line());
    }
    return lines;
  }

  private Map<Integer, String> reasons() {
    Map<Integer, String> reasons = new TreeMap<>();
    for (int rule = 0; rule < scenario.reasons().size(); rule++) {
      reasons.put(rule, scenario.reasons().get(rule));
    }
    return reasons;
  }

  private String file() {
    return scenario.source().displayName();
  }

  private @Nullable Position positionOf(Failure failure) {
    if (failure.rule() >= 0 && failure.rule() < scenario.rules().size()) {
      return scenario.rules().get(failure.rule());
    }
    String step = failure.step();
    return step == null ? null : scenario.step(step);
  }
}
