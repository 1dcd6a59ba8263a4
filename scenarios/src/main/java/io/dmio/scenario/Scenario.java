package io.dmio.scenario;

import io.dmio.check.Check;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.WorldSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, read and compiled. Close it when its last run is over: classes of the user are loaded
 * as they are needed.
 *
 * @param world what runs, with no defaults left
 * @param about what must hold, or an empty text
 * @param rules where the fault rules stand, by number
 * @param reasons the reasons of the fault rules, by number; empty where there is none
 * @param skipReasons why checks are skipped
 * @param events where the events stand, by number
 * @param tables where the lines of the tables stand, by table
 * @param steps where the steps stand, by name without numbers
 * @param source where the text comes from
 * @param lines the text that was read, by the lines of the file: a line that was added to the
 *     file's stands behind the one before, in the same element
 * @param exhibit which bug of the museum it catches, or null
 * @param statesDialect whether the file itself names its dialect; one that does not should hold in
 *     every dialect
 * @param capsule how it was made, if it is a capsule
 * @param needs the files and the code that it needs besides its text
 */
public record Scenario(
    WorldSpec world,
    String about,
    List<Position> rules,
    List<String> reasons,
    Map<Check, String> skipReasons,
    List<Position> events,
    List<List<Position>> tables,
    Map<String, Position> steps,
    ScenarioSource source,
    List<String> lines,
    @Nullable ExhibitClaim exhibit,
    boolean statesDialect,
    @Nullable CapsuleHeader capsule,
    Dependencies needs)
    implements AutoCloseable {

  /** Its name. */
  public String name() {
    return world.scenario();
  }

  /**
   * Where a step or call stands.
   *
   * @param name as in results, such as {@code w}, {@code writer.2} or {@code w[3]}
   * @return null if there is none of that name
   */
  public @Nullable Position step(String name) {
    return steps.get(name.replaceAll("\\[[0-9]+\\]", ""));
  }

  /**
   * What to say if a run shows that an event of the file cannot be done.
   *
   * @param event its number
   */
  public ScenarioException wrongEvent(int event, String message, String suggestion) {
    Position at = events.get(event);
    Mistake mistake =
        new Mistake(source.displayName(), at.line(), at.column(), message, suggestion);
    return new ScenarioException(List.of(mistake), lines);
  }

  /** The same with another world. Only one of the two is to be closed. */
  public Scenario withWorld(WorldSpec other) {
    return new Scenario(
        other,
        about,
        rules,
        reasons,
        skipReasons,
        events,
        tables,
        steps,
        source,
        lines,
        exhibit,
        statesDialect,
        capsule,
        needs);
  }

  /** The same with other positions. */
  Scenario at(UnaryOperator<Position> positions) {
    Map<String, Position> moved = new LinkedHashMap<>();
    steps.forEach((name, at) -> moved.put(name, positions.apply(at)));
    return new Scenario(
        world,
        about,
        rules.stream().map(positions).toList(),
        reasons,
        skipReasons,
        events.stream().map(positions).toList(),
        tables.stream().map(lines -> lines.stream().map(positions).toList()).toList(),
        moved,
        source,
        lines,
        exhibit,
        statesDialect,
        capsule,
        needs);
  }

  @Override
  public void close() {
    needs.close();
  }
}
