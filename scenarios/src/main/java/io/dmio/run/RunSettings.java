package io.dmio.run;

import io.dmio.engine.Dialect;
import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.StateLimit;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.TooManyStates;
import io.dmio.testbed.Verdict;
import io.dmio.testbed.WorldSpec;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How one scenario is run.
 *
 * @param seed instead of the file's, or null
 * @param exhibit the bug that is put in, or null
 * @param mostStates how many states of power cuts may be tried; null: the default
 * @param states hears, before they are tried, of which scenario how many there are
 */
public record RunSettings(
    @Nullable Long seed,
    @Nullable Exhibit exhibit,
    @Nullable Long mostStates,
    ObjLongConsumer<String> states) {

  /**
   * Runs it.
   *
   * @throws ScenarioException if its power cuts allow more states than may be tried
   */
  public RunResult run(OpenedScenario opened, LogMode log, RunListener listener)
      throws ScenarioException {
    WorldSpec world = opened.scenario().world();
    refuseElsewhere(world.engine().dialect());
    WorldSpec seeded = seed == null ? world : world.withSeed(seed);
    String name = opened.scenario().name();
    StateLimit limit = new StateLimit(most(), count -> states.accept(name, count));
    try {
      return Testbed.run(seeded, new RunOptions(log, listener, exhibit, limit));
    } catch (TooManyStates refused) {
      throw opened
          .scenario()
          .wrongEvent(
              refused.event(),
              "survives: each is too much here: " + refused.getMessage(),
              "raise it with --limit N; or let less be under way or cached at the cut, write an"
                  + " atomic-write-unit, or survives: random with several seeds");
    } catch (OutOfMemoryError exhausted) {
      throw new HeapException(opened.spelling(), exhausted);
    }
  }

  /** Bugs are made of the classic steps. */
  private void refuseElsewhere(Dialect dialect) {
    if (exhibit != null && dialect != Museum.DIALECT) {
      throw new MistakeException(
          "the exhibit "
              + exhibit.id()
              + " is a bug of the dialect "
              + Museum.DIALECT.text()
              + ", and this run has the dialect "
              + dialect.text()
              + ": leave one of the two out");
    }
  }

  /** The limit of a run that is made beside another: nobody is told how many states it has. */
  StateLimit silentLimit() {
    return StateLimit.of(most());
  }

  private long most() {
    return mostStates == null ? StateLimit.DEFAULT_MOST : mostStates;
  }

  /** Whether a result shows a contradiction inside that no exhibit has put in. */
  public boolean isDefect(RunResult result) {
    return result.verdict() == Verdict.CRASHED && exhibit == null;
  }

  /** The command that makes a run again without a capsule. */
  public String command(OpenedScenario opened, RunResult result) {
    StringBuilder command =
        new StringBuilder(
            ShellWord.line(
                opened.words().program(),
                "run",
                opened.spelling(),
                "--seed",
                Seed.text(result.seed())));
    for (Change change : opened.changes()) {
      command.append(' ').append(ShellWord.line(change.name(), change.argument()));
    }
    command.append(opened.words().options());
    if (exhibit != null) {
      command.append(' ').append(ShellWord.line("--exhibit", exhibit.id()));
    }
    return command.append(limitWords()).toString();
  }

  /** What a command says of the limit of states, after a blank; or nothing. */
  public String limitWords() {
    return mostStates == null ? "" : " --limit " + mostStates;
  }
}
