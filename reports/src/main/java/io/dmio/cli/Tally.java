package io.dmio.cli;

import java.util.ArrayList;
import java.util.List;

/** What came of several scenarios. */
final class Tally {

  private final int[] counts = new int[ExitCode.values().length];
  private final List<String> replays = new ArrayList<>();
  private ExitCode worst = ExitCode.HELD;

  void add(ExitCode code) {
    counts[code.ordinal()]++;
    worst = worst.worst(code);
  }

  /** Remembers the command that makes a failing run again. */
  void failed(String replay) {
    replays.add(replay);
  }

  ExitCode worst() {
    return worst;
  }

  void print(Terminal terminal) {
    terminal
        .out()
        .println(
            counts[ExitCode.HELD.ordinal()]
                + " held, "
                + counts[ExitCode.FAILED.ordinal()]
                + " failed, "
                + counts[ExitCode.MISTAKE.ordinal()]
                + " could not be run, "
                + counts[ExitCode.DEFECT.ordinal()]
                + " defects");
    replays.forEach(terminal.out()::println);
  }
}
