package io.dmio.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What came of several scenarios. */
final class Tally {

  private final Map<ExitCode, Integer> counts = new EnumMap<>(ExitCode.class);
  private final List<String> replays = new ArrayList<>();
  private ExitCode worst = ExitCode.HELD;

  void add(ExitCode code) {
    counts.merge(code, 1, Integer::sum);
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
            count(ExitCode.HELD)
                + " held, "
                + count(ExitCode.FAILED)
                + " failed, "
                + count(ExitCode.MISTAKE)
                + " could not be run, "
                + count(ExitCode.DEFECT)
                + " defects");
    replays.forEach(terminal.out()::println);
  }

  private int count(ExitCode code) {
    return counts.getOrDefault(code, 0);
  }
}
