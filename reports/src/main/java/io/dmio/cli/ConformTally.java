package io.dmio.cli;

import io.dmio.conformance.CaseResult;
import io.dmio.conformance.Difference;
import io.dmio.run.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What came of recorded cases: told one by one, and all together at the end. */
final class ConformTally {

  private static final int REDRAW_CASES = 50;
  private static final int PLAIN_LINE_CASES = 10_000;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final Terminal terminal;
  private final boolean tells;
  private final List<Failure> failures = new ArrayList<>();
  private int passed;
  private int failed;
  private int malformed;

  /** An observation that differs, and the case that it belongs to. */
  private record Failure(String id, Difference difference) {}

  /**
   * Makes a tally.
   *
   * @param tells whether it tells people what differs as soon as it is known
   */
  ConformTally(Terminal terminal, boolean tells) {
    this.terminal = terminal;
    this.tells = tells;
  }

  /** How many lines were seen. */
  int count() {
    return passed + failed + malformed;
  }

  void add(CaseResult result) {
    if (result.matches()) {
      passed++;
    } else {
      failed++;
      if (tells) {
        tell(result);
      } else {
        result.differences().forEach(each -> failures.add(new Failure(result.id(), each)));
      }
    }
    showProgress();
  }

  /** A line that is no case. */
  void malformed(String place, String message) {
    malformed++;
    endProgress();
    terminal.err().println(place + ": error: " + message);
  }

  /** The worst counts. */
  ExitCode worst() {
    if (malformed > 0) {
      return ExitCode.MISTAKE;
    }
    return failed > 0 ? ExitCode.FAILED : ExitCode.HELD;
  }

  void print() {
    terminal.printVerdict(
        passed + " cases match, " + failed + " differ, " + malformed + " malformed lines",
        worst() == ExitCode.HELD,
        "");
  }

  String json() {
    return Json.object(
        json -> {
          json.put("passed", passed);
          json.put("failed", failed);
          json.put("malformed", malformed);
          json.putObjects("failures", failures, ConformTally::put);
        });
  }

  private static void put(Json json, Failure failure) throws IOException {
    json.put("id", failure.id());
    json.put("what", failure.difference().what());
    json.put("expected", failure.difference().expected());
    json.put("actual", failure.difference().actual());
  }

  private void tell(CaseResult result) {
    endProgress();
    terminal.printVerdict("DIFFERS", false, "  " + result.id());
    int what = widest(result.differences().stream().map(Difference::what).toList());
    int expected = widest(result.differences().stream().map(Difference::expected).toList());
    for (Difference each : result.differences()) {
      terminal
          .out()
          .println(
              "  "
                  + padded(each.what(), what)
                  + "  expected "
                  + padded(each.expected(), expected)
                  + "  actual "
                  + each.actual());
    }
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private void showProgress() {
    if (terminal.colour() && count() % REDRAW_CASES == 0) {
      terminal.err().printControl(CLEAR_LINE);
      terminal.err().print(count() + " cases");
      terminal.err().flush();
    } else if (!terminal.colour() && count() % PLAIN_LINE_CASES == 0) {
      terminal.err().println(count() + " cases");
      terminal.err().flush();
    }
  }

  /** Takes the progress line away, so that something else can be said. */
  void endProgress() {
    if (terminal.colour()) {
      terminal.err().printControl(CLEAR_LINE);
      terminal.err().flush();
    }
  }
}
