package io.dmio.story;

import io.dmio.check.Failure;
import io.dmio.engine.ErrorBits;
import io.dmio.model.CallTable;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.RuleResult;
import io.dmio.workload.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A run as a short story in plain sentences: which bio failed, by which rule, therefore which bit
 * of which call, and what its caller heard.
 */
public final class Explanation {

  private static final int MOST_CALLS = 10;
  private static final int MOST_BIOS = 4;
  private static final int MOST_FAILURES = 10;
  private static final int MOST_NAMES = 8;

  private final List<String> lines = new ArrayList<>();
  private final RunModel model;
  private final RunResult result;
  private final ScenarioLines source;
  private final Wording words;

  private Explanation(RunResult result, ScenarioLines source) {
    this.model = RunModel.of(result);
    this.result = result;
    this.source = source;
    this.words = new Wording(result, source);
  }

  /**
   * Tells a run.
   *
   * @param result with the full event log
   * @param source for file and line of the rules
   * @return lines of ASCII text
   */
  public static List<String> story(RunResult result, ScenarioLines source) {
    Explanation explanation = new Explanation(result, source);
    explanation.opening();
    explanation.outside();
    explanation.calls();
    explanation.lines.addAll(LossStory.of(explanation.model, explanation.words));
    explanation.rulesThatNeverFired();
    explanation.failures();
    explanation.closing();
    return explanation.lines.stream().map(PrintableText::line).toList();
  }

  private void opening() {
    lines.add(
        result.scenario()
            + ", seed "
            + Quantities.seed(result.seed())
            + ", "
            + result.dialect().text()
            + ": "
            + Quantities.count(result.totals().calls(), "call")
            + " and "
            + Quantities.count(result.totals().bios(), "bio")
            + " in "
            + Quantities.time(result.totals().virtualTimeNanos())
            + " of virtual time.");
  }

  private void outside() {
    String state = Wording.state(result);
    if (!state.isEmpty()) {
      lines.add(state);
    }
    lines.addAll(OutsideStory.of(model, words));
  }

  private void calls() {
    CallTable calls = model.calls();
    int told = 0;
    for (int row = 0; row < calls.count() && told < MOST_CALLS; row++) {
      if (calls.failed(row)) {
        tellCall(row);
        told++;
      }
    }
    if (calls.failedCount() > told) {
      lines.add("");
      lines.add(
          Quantities.count(calls.failedCount() - told, "more call") + " failed and are not told.");
    }
    if (calls.failedCount() == 0) {
      lines.add("");
      lines.add("No call failed: every bit that was delivered is 0.");
      if (calls.count() > 0) {
        tellCall(0);
      }
    }
  }

  private void tellCall(int row) {
    CallTable calls = model.calls();
    int call = calls.number(row);
    lines.add("");
    lines.add(
        "At "
            + Quantities.time(calls.started(row))
            + " task "
            + words.taskOfCall(call)
            + (calls.plain(row) ? " sent, past dm-io, the " : " made the ")
            + (calls.sync(row) ? "synchronous " : "asynchronous ")
            + what(row)
            + " "
            + words.call(call)
            + (calls.plain(row)
                ? "."
                : " over " + Quantities.count(calls.regions(row), "region") + "."));
    String withoutBios = BitsWithoutBios.of(row, model);
    tellRegions(call);
    if (!withoutBios.isEmpty()) {
      lines.add("  " + withoutBios);
    }
    tellOutcome(row);
  }

  private String what(int row) {
    CallTable calls = model.calls();
    String op = Wording.callOp(calls.op(row), calls.sectors(row), calls.flags(row));
    return calls.plain(row) ? "bio (" + op + ")" : op;
  }

  private void tellRegions(int call) {
    TreeMap<Integer, List<Integer>> regions = new TreeMap<>();
    for (int bio : model.bios().ofCall(call)) {
      regions.computeIfAbsent(model.bios().region(bio), r -> new ArrayList<>()).add(bio);
    }
    List<String> fine = new ArrayList<>();
    regions.forEach(
        (region, rows) -> {
          List<Integer> failed = rows.stream().filter(model.bios()::failed).toList();
          if (failed.isEmpty()) {
            fine.add(region + " (" + words.device(model.bios().device(rows.get(0))) + ")");
          } else {
            tellFailedRegion(call, region, failed);
          }
        });
    if (!fine.isEmpty()) {
      lines.add(
          "  No bio of region"
              + (fine.size() == 1 ? " " : "s ")
              + Quantities.shortened(fine, MOST_NAMES)
              + " failed.");
    }
  }

  private void tellFailedRegion(int call, int region, List<Integer> failed) {
    for (int bio : failed.subList(0, Math.min(MOST_BIOS, failed.size()))) {
      lines.add("  " + BioStory.of(bio, model, words));
    }
    if (failed.size() > MOST_BIOS) {
      lines.add(
          "  "
              + Quantities.count(failed.size() - MOST_BIOS, "more bio")
              + " of region "
              + region
              + " failed.");
    }
    int row = model.calls().rowOf(call);
    boolean set = row >= 0 && (model.calls().bits(row) >>> region & 1) == 1;
    lines.add(
        set
            ? "  Therefore bit " + region + " of " + words.call(call) + " is set."
            : "  Bit " + region + " of " + words.call(call) + " should be set, and is not.");
  }

  private void tellOutcome(int row) {
    CallTable calls = model.calls();
    String name = words.call(calls.number(row));
    String bits = ErrorBits.binary(calls.bits(row), calls.regions(row));
    boolean lost = calls.lost(row) >= 0;
    if (calls.returned(row) < 0) {
      lines.add("  " + name + (lost ? " was lost with its host." : " never returned."));
    } else {
      lines.add(
          "  At "
              + Quantities.time(calls.returned(row))
              + " "
              + name
              + " returned "
              + calls.errno(row)
              + (calls.sync(row) && !calls.refused(row) ? " with the error bits " + bits : "")
              + ".");
    }
    if (calls.notified(row) >= 0) {
      lines.add(
          "  At "
              + Quantities.time(calls.notified(row))
              + " its callback heard the error bits "
              + bits
              + ".");
    } else if (!calls.sync(row) && !calls.refused(row)) {
      lines.add("  Its callback was never called" + (lost ? ": its host died." : "."));
    }
  }

  private void rulesThatNeverFired() {
    List<String> never = new ArrayList<>();
    for (RuleResult rule : result.rules()) {
      if (rule.fired() == 0) {
        never.add(words.namedRule(rule.number()));
      }
    }
    if (!never.isEmpty()) {
      lines.add("");
      lines.add("Never fired: " + Quantities.shortened(never, MOST_NAMES) + ".");
    }
  }

  private void failures() {
    int told = Math.min(MOST_FAILURES, result.failures().size());
    for (Failure failure : result.failures().subList(0, told)) {
      lines.add("");
      lines.addAll(FailureText.lines(failure, words, source));
    }
    if (result.findings().failureCount() > told) {
      lines.add("");
      lines.add(
          Quantities.count(result.findings().failureCount() - told, "more failure") + " not told.");
    }
  }

  private void closing() {
    lines.add("");
    lines.add(
        switch (result.verdict()) {
          case PASSED -> "PASSED: every check held.";
          case EXPECTED_FAILURE -> "EXPECTED-FAILURE: it failed by the check it had to fail by.";
          case FAILED ->
              "FAILED: " + Quantities.count(result.findings().failureCount(), "failure") + ".";
          case LIMIT -> "LIMIT: the run was stopped where its limits say.";
          case CRASHED -> "CRASHED: a contradiction inside ended the run.";
        });
    lines.add("Again: " + source.replayCommand());
  }
}
