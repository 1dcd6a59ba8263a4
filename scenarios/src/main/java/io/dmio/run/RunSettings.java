package io.dmio.run;

import io.dmio.museum.Exhibit;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.StateLimit;
import io.dmio.testbed.Verdict;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How one scenario is run.
 *
 * @param seed instead of the one of the text; null: that one
 * @param exhibit the bug that is put in, or null
 * @param mostStates how many states of power cuts may be tried; null: the default
 * @param states hears, before they are tried, of which scenario how many there are
 */
public record RunSettings(
    @Nullable Long seed,
    @Nullable Exhibit exhibit,
    @Nullable Long mostStates,
    ObjLongConsumer<String> states) {

  /** The seed of the text, no bug, the default limit of states; nobody hears of states. */
  public static final RunSettings DEFAULT = new RunSettings(null, null, null, (name, count) -> {});

  /** Checks the limit. */
  public RunSettings {
    if (mostStates != null && mostStates < 1) {
      throw new IllegalArgumentException("a run has at least one state: " + mostStates);
    }
  }

  /** {@link #DEFAULT} with a seed; seeds are all 64 bits of a number. */
  public static RunSettings ofSeed(long seed) {
    return DEFAULT.withSeed(seed);
  }

  /** The same with a seed. */
  public RunSettings withSeed(long other) {
    return new RunSettings(other, exhibit, mostStates, states);
  }

  /** The same with a bug, or without one. */
  public RunSettings withExhibit(@Nullable Exhibit other) {
    return new RunSettings(seed, other, mostStates, states);
  }

  /** The same, with as many states of power cuts allowed; at least 1. */
  public RunSettings withMostStates(long most) {
    return new RunSettings(seed, exhibit, most, states);
  }

  /** The limit of a run that is made beside another: nobody is told how many states it has. */
  StateLimit silentLimit() {
    return StateLimit.of(most());
  }

  long most() {
    return mostStates == null ? StateLimit.DEFAULT_MOST : mostStates;
  }

  /** Whether a result shows a contradiction inside that no exhibit has put in. */
  public boolean isDefect(RunResult result) {
    return result.verdict() == Verdict.CRASHED && exhibit == null;
  }

  /** What a command says of the limit of states, after a blank; or nothing. */
  public String limitWords() {
    return mostStates == null ? "" : " --limit " + mostStates;
  }
}
