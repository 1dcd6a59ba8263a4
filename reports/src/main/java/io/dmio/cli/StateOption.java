package io.dmio.cli;

import io.dmio.cli.Syntax.Option;
import io.dmio.museum.Exhibit;
import io.dmio.run.MistakeException;
import io.dmio.run.RunSettings;
import io.dmio.testbed.StateLimit;
import org.jspecify.annotations.Nullable;

/**
 * How many states of power cuts with {@code survives: each} a run may try.
 *
 * @param terminal who is told how many there will be
 * @param given what the caller said, or null
 */
record StateOption(Terminal terminal, @Nullable Long given) {

  private static final String NAME = "--limit";
  private static final long MOST = Integer.MAX_VALUE;

  static Option declare() {
    return Declare.value(
        NAME,
        "N",
        "How many states of power cuts with survives: each may be tried; more are refused. Default: "
            + StateLimit.DEFAULT_MOST
            + ".");
  }

  /**
   * What the caller said.
   *
   * @throws MistakeException if it is no number of states
   */
  static StateOption of(Terminal terminal, Given given) {
    String text = given.text(NAME);
    return new StateOption(terminal, text == null ? null : read(text));
  }

  /** The default. */
  static StateOption none(Terminal terminal) {
    return new StateOption(terminal, null);
  }

  private static long read(String text) {
    long most = text.matches("[1-9][0-9]{0,9}") ? Long.parseLong(text) : 0;
    if (most < 1 || most > MOST) {
      throw new MistakeException(
          NAME + ": '" + text + "' is no number of states: write one from 1 to " + MOST);
    }
    return most;
  }

  /** A run with this limit, which says how many states there are before it tries them. */
  RunSettings runOnce(@Nullable Long seed, @Nullable Exhibit exhibit) {
    return new RunSettings(seed, exhibit, given, this::tell);
  }

  private void tell(String scenario, long states) {
    if (states > 1) {
      terminal.err().println(scenario + ": " + states + " states of power cuts to try");
      terminal.err().flush();
    }
  }
}
