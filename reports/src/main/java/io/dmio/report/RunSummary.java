package io.dmio.report;

import io.dmio.check.Failure;
import io.dmio.engine.ErrorBits;
import io.dmio.model.Quantities;
import io.dmio.report.figures.LatencyRecorder;
import io.dmio.report.figures.LatencyStat;
import io.dmio.sim.Digest;
import io.dmio.story.ComparedText;
import io.dmio.story.FailureText;
import io.dmio.story.ScenarioLines;
import io.dmio.story.Wording;
import io.dmio.testbed.CallOutcome;
import io.dmio.testbed.ExternalEvents;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.PoolResult;
import io.dmio.testbed.RunResult.RuleResult;
import io.dmio.workload.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A run as a few lines for a terminal: what it was, how it is judged, and the figures that people
 * look at first, the verdict at the begin of the second. Needs no event log.
 */
public final class RunSummary {

  private static final int MOST_LINES = 5;

  /** Characters of what stands beside a label, where it is broken into lines. */
  private static final int LINE = 100;

  private final List<String> lines = new ArrayList<>();
  private final RunResult result;
  private final ScenarioLines source;

  private RunSummary(RunResult result, ScenarioLines source) {
    this.result = result;
    this.source = source;
  }

  /**
   * Sums up a run.
   *
   * @param latency what was heard of calls, or null if nobody listened
   */
  public static List<String> lines(
      RunResult result, ScenarioLines source, @Nullable LatencyRecorder latency) {
    RunSummary summary = new RunSummary(result, source);
    summary.heading();
    summary.verdict();
    summary.failures();
    summary.outside();
    summary.errorBits();
    summary.losses();
    summary.pools();
    summary.latency(latency);
    summary.rules();
    summary.compared();
    return summary.lines.stream().map(PrintableText::line).toList();
  }

  private void heading() {
    lines.add(
        result.scenario()
            + "  seed "
            + Quantities.seed(result.seed())
            + "  "
            + result.dialect().text()
            + "  "
            + Quantities.count(result.devices().size(), "device")
            + ", "
            + Quantities.count(result.rules().size(), "fault rule"));
  }

  private void verdict() {
    lines.add(
        Wording.verdict(result)
            + "  "
            + Wording.figures(result)
            + "  outcome "
            + Digest.format(result.digests().outcome()));
  }

  private void failures() {
    Wording words = new Wording(result, source);
    int told = Math.min(MOST_LINES, result.failures().size());
    for (Failure failure : result.failures().subList(0, told)) {
      for (String line : FailureText.lines(failure, words, source)) {
        lines.add("  " + line);
      }
    }
    if (result.findings().failureCount() > told) {
      lines.add(
          "  and " + Quantities.count(result.findings().failureCount() - told, "more failure"));
    }
  }

  private void outside() {
    ExternalEvents outside = result.outside();
    int told = 0;
    for (ExternalEvents.EventResult event : outside.events()) {
      if (told++ == MOST_LINES) {
        row("", Quantities.count(outside.events().size() - MOST_LINES, "more event"));
        break;
      }
      String when =
          event.happened() ? "at " + Quantities.time(event.timeNanos()) : "never happened";
      int number = event.event().number();
      row("event", event.event().name() + " " + when + "  " + source.placeOfEvent(number));
    }
    List<Long> boots = outside.boots();
    if (boots.size() > 1 || result.totals().lostCalls() > 0) {
      String last =
          boots.size() > 1 ? ", the last at " + Quantities.time(boots.get(boots.size() - 1)) : "";
      row(
          "host",
          Quantities.count(boots.size(), "boot")
              + last
              + ", "
              + Quantities.count(result.totals().lostCalls(), "call")
              + " lost when it died");
    }
    if (result.tried().states() > 1) {
      String shown = ": this is no. " + result.tried().shown() + ", ";
      row("states", result.tried().states() + shown + Wording.worst(result));
    }
  }

  private void losses() {
    if (result.findings().lossCount() == 0) {
      return;
    }
    TreeSet<Integer> rules = new TreeSet<>();
    result.findings().losses().forEach(loss -> rules.add(loss.rule()));
    List<String> causes = new ArrayList<>();
    for (int rule : rules) {
      Wording words = new Wording(result, source);
      causes.add(rule >= 0 ? words.namedRule(rule) : words.causeOfLoss(rule));
    }
    row(
        "losses",
        Quantities.count(result.findings().lossCount(), "sector")
            + ", because of "
            + String.join(", ", causes));
  }

  private void errorBits() {
    if (result.totals().failedCalls() == 0) {
      row("error bits", "no call failed");
      return;
    }
    TreeMap<String, Integer> kinds = new TreeMap<>();
    for (CallOutcome call : result.callList()) {
      String kind = failureOf(call);
      if (!kind.isEmpty()) {
        kinds.merge(kind, 1, Integer::sum);
      }
    }
    int told = 0;
    long listed = 0;
    for (var kind : kinds.entrySet()) {
      listed += kind.getValue();
      if (told++ < MOST_LINES) {
        row("error bits", Quantities.count(kind.getValue(), "call") + " failed " + kind.getKey());
      }
    }
    if (kinds.size() > MOST_LINES || listed < result.totals().failedCalls()) {
      row("", Quantities.count(result.totals().failedCalls(), "call") + " failed altogether");
    }
  }

  private static String failureOf(CallOutcome call) {
    if (call.bits() != 0) {
      List<Integer> regions = ErrorBits.regions(call.bits());
      String numbers = regions.toString().replaceAll("[\\[\\]]", "");
      return (regions.size() == 1 ? "in region " : "in regions ")
          + numbers
          + " ("
          + ErrorBits.binary(call.bits(), call.regions())
          + ", bit 0 is rightmost)";
    }
    if (call.result() == null || call.result().errno().value() == 0) {
      return "";
    }
    String refusal =
        call.result().refusal() == null ? "" : ", refused: " + call.result().refusal().text();
    return "with " + call.result().errno() + refusal;
  }

  private void pools() {
    for (PoolResult pool : result.pools()) {
      var books = pool.books();
      if (books.taken() == 0) {
        continue;
      }
      boolean balanced = books.taken() == books.givenBack() + books.out() && books.out() == 0;
      String waited =
          books.maxWaiting() == 0 ? "" : ", at most " + books.maxWaiting() + " waiting at once";
      row(
          "mempool",
          pool.name()
              + ": low water "
              + books.lowWater()
              + (books.minNr() > 0 ? " of " + books.minNr() : "")
              + (balanced ? ", books balance" : ", " + books.out() + " still out")
              + waited);
    }
  }

  private void latency(@Nullable LatencyRecorder recorder) {
    if (recorder == null || recorder.calls().count() == 0) {
      return;
    }
    LatencyStat latency = recorder.calls();
    row(
        "latency",
        "p50 "
            + Quantities.roundedTime(latency.percentile(50))
            + "  p99 "
            + Quantities.roundedTime(latency.percentile(99))
            + "  p99.9 "
            + Quantities.roundedTime(latency.percentile(99.9))
            + "  (of calls, to return or callback)");
  }

  private void rules() {
    int told = 0;
    for (RuleResult rule : result.rules()) {
      if (told++ == MOST_LINES) {
        row("", (result.rules().size() - MOST_LINES) + " more rules");
        return;
      }
      String fired = rule.fired() == 0 ? "never" : Quantities.count(rule.fired(), "time");
      row("fault", rule.name() + " fired " + fired + "  " + source.placeOf(rule.number()));
    }
  }

  private void compared() {
    ComparedText text = new ComparedText(result.findings().compared(), source);
    String label = "compared";
    for (String line : text.counts(LINE)) {
      row(label, line);
      label = "";
    }
    String nothing = text.nothing();
    if (!nothing.isEmpty()) {
      row(label, nothing);
    }
    text.skips().forEach(skip -> row("skipped", skip));
  }

  private void row(String label, String text) {
    lines.add("  " + label + " ".repeat(Math.max(1, 13 - label.length())) + text);
  }
}
