package io.dmio.run;

import io.dmio.scenario.CapsuleHeader;
import io.dmio.scenario.Capsules;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.story.Explanation;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Verdict;
import io.dmio.testbed.WorldSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run and how it is judged.
 *
 * <p>Its results are kept and can be read at any time. What makes the run again ({@link #story},
 * {@link #counterfactual}) needs its scenario to be open.
 */
public final class JudgedRun {

  private final OpenedScenario opened;
  private final RunSettings settings;
  private final LogMode log;
  private final RunResult result;

  JudgedRun(OpenedScenario opened, RunSettings settings, LogMode log, RunResult result) {
    this.opened = opened;
    this.settings = settings;
    this.log = log;
    this.result = result;
  }

  /** Everything that came of it, with numbers instead of names. */
  public RunResult result() {
    return result;
  }

  /** How it is judged. */
  public Verdict verdict() {
    return result.verdict();
  }

  /** Whether it went as its scenario says, be that a failure that is expected. */
  public boolean held() {
    return result.verdict().holds();
  }

  /** Whether it shows a contradiction inside dmio, which no scenario can cause. */
  public boolean isDefect() {
    return settings.isDefect(result);
  }

  /** What failed, the first first; at most {@link RunResult#MOST_FAILURES}. */
  public List<JudgedFailure> failures() {
    Locations locations = locations();
    return result.failures().stream()
        .map(failure -> JudgedFailure.of(failure, result, locations))
        .toList();
  }

  /**
   * The run as a scenario of its own that makes it again, whatever becomes of its file. Paths in it
   * are relative to the folder of the scenario. Tasks that were given to {@link ScenarioRequest}
   * are not in it: give them again.
   */
  public String capsule() {
    Path folder = opened.scenario().source().directory();
    return capsule(folder == null ? Path.of("") : folder);
  }

  /** As {@link #capsule()}, with paths relative to the folder where the capsule will be. */
  public String capsule(Path folder) {
    String exhibit = settings.exhibit() == null ? null : settings.exhibit().id();
    return Capsules.write(
        opened.scenario(), result, "dmio " + ProductVersion.text(), exhibit, folder);
  }

  /** The command that makes the run again without a capsule, quoted for a shell. */
  public String replay() {
    CommandWords words = opened.words();
    StringBuilder command =
        new StringBuilder(
            ShellWord.line(
                words.program(), "run", opened.spelling(), "--seed", Seed.text(result.seed())));
    for (Change change : opened.changes()) {
      command.append(' ').append(ShellWord.line(change.name(), change.argument()));
    }
    command.append(words.options());
    if (settings.exhibit() != null) {
      command.append(' ').append(ShellWord.line("--exhibit", settings.exhibit().id()));
    }
    return command.append(settings.limitWords()).toString();
  }

  /** The text of the scenario for reports, with the command that makes the run again. */
  public ScenarioLines lines(String replay) {
    return locations().lines(replay);
  }

  /**
   * The run as a short story: which bio failed, therefore which bit is set. Makes the run again if
   * its events were not kept.
   *
   * @return lines without line ends
   */
  public List<String> story() throws ScenarioException {
    RunResult full =
        log == LogMode.FULL
            ? result
            : Execution.run(
                opened.scenario(),
                opened.spelling(),
                settings.withSeed(result.seed()),
                LogMode.FULL,
                RunListener.NONE);
    return Explanation.story(full, lines(replay()));
  }

  /**
   * What would have happened without each fault that has fired. Makes the run again once for each
   * of them.
   *
   * @return lines without line ends
   */
  public List<String> counterfactual() {
    WorldSpec world = opened.scenario().world().withSeed(result.seed());
    return new Counterfactual(world, settings, result, lines(replay())).lines();
  }

  /** The run held against what its capsule says; null if its scenario is no capsule. */
  public @Nullable RecordedRun recorded() {
    CapsuleHeader capsule = opened.scenario().capsule();
    return capsule == null ? null : new RecordedRun(capsule, result);
  }

  /** The run as one line of JSON, as {@code dmio run --json} prints it. */
  public String json() {
    return Json.object(json -> putJson(json, null, replay()));
  }

  /**
   * Puts the fields of the run into an object.
   *
   * @param capsule the file that keeps the failing run, or null
   * @param replay the command that makes the run again
   */
  public void putJson(Json json, @Nullable String capsule, String replay) throws IOException {
    new RunJson(result, locations(), capsule, replay).put(json);
  }

  private Locations locations() {
    return new Locations(opened.scenario());
  }

  /** The scenario's name, the verdict, the seed, and the first failure if there is one. */
  @Override
  public String toString() {
    List<JudgedFailure> failures = failures();
    return result.scenario()
        + " "
        + verdict().text()
        + ", seed "
        + Seed.text(result.seed())
        + (failures.isEmpty() ? "" : ": " + failures.get(0));
  }
}
