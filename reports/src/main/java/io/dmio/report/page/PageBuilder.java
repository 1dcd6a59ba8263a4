package io.dmio.report.page;

import io.dmio.check.Failure;
import io.dmio.mempool.PoolCounts;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.Timeline;
import io.dmio.sim.Digest;
import io.dmio.story.FailureText;
import io.dmio.story.ScenarioLines;
import io.dmio.story.Wording;
import io.dmio.testbed.ExternalEvents.EventResult;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.PoolResult;
import io.dmio.testbed.RunResult.RuleResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a run into what its page prints. */
public final class PageBuilder {

  private final RunModel model;
  private final RunResult result;
  private final ScenarioLines source;
  private final Wording words;

  public PageBuilder(RunModel model, ScenarioLines source) {
    this.model = model;
    this.result = model.result();
    this.source = source;
    this.words = new Wording(result, source);
  }

  public RunPage page(RawContent style, RawContent charts, RawContent script) {
    CallViews calls = new CallViews(model, words);
    Latencies latencies = Latencies.of(model);
    FigureViews figures = new FigureViews(model, latencies, words);
    Timeline timeline = Timeline.zoomable(model, ChartData.MOST_BARS);
    return new RunPage(
        result.scenario() + " seed " + Quantities.seed(result.seed()),
        Wording.verdict(result),
        result.verdict().holds(),
        sentence(),
        facts(),
        window(calls),
        Wording.state(result),
        PowerViews.of(model, words),
        source.replayCommand(),
        failures(),
        failuresNote(),
        calls.calls(),
        calls.callsNote(),
        calls.bios(),
        calls.biosNote(),
        chartNote(timeline),
        timeline.binned(),
        ChartData.of(model, timeline, latencies, words),
        percentiles(),
        figures.latencies(),
        figures.devices(),
        figures.waits(),
        pools(),
        rules(),
        result.tried().states(),
        CheckViews.of(result, source),
        source.file(),
        lines(),
        linesNote(),
        style,
        charts,
        script);
  }

  private String sentence() {
    String calls =
        Quantities.count(result.totals().calls(), "call")
            + " ("
            + result.totals().failedCalls()
            + " failed), "
            + Quantities.count(result.totals().bios(), "bio")
            + ": ";
    return switch (result.verdict()) {
      case PASSED -> calls + "every check held" + losses() + ".";
      case EXPECTED_FAILURE -> calls + "it failed by the check it had to fail by.";
      case FAILED -> calls + Quantities.count(result.findings().failureCount(), "failure") + ".";
      case LIMIT -> calls + "it was stopped by its limits.";
      case CRASHED -> calls + "a contradiction inside ended it.";
    };
  }

  private String losses() {
    long losses = result.findings().lossCount();
    return losses == 0
        ? ""
        : "; " + Quantities.count(losses, "sector") + " lost, for the reasons given below";
  }

  private List<RunPage.Fact> facts() {
    return List.of(
        new RunPage.Fact("Seed", Quantities.seed(result.seed())),
        new RunPage.Fact("Dialect", result.dialect().text()),
        new RunPage.Fact("Virtual time", Quantities.time(result.totals().virtualTimeNanos())),
        new RunPage.Fact("Events", Long.toString(result.totals().events())),
        new RunPage.Fact("Fingerprint", Digest.format(result.digests().fingerprint())),
        new RunPage.Fact("Outcome", Digest.format(result.digests().outcome())));
  }

  private RunPage.WindowView window(CallViews calls) {
    if (!model.windowed()) {
      return new RunPage.WindowView("", "", "", "");
    }
    String window = "the window " + model.asked().text();
    return new RunPage.WindowView(
        "Timeline, pools and latencies show "
            + window
            + " of virtual time, both ends included. All other figures are those of the whole run,"
            + " which took "
            + Quantities.time(result.totals().virtualTimeNanos())
            + ". The same command without --window shows all of it.",
        calls.callsWindow(),
        calls.biosWindow(),
        "Only what ended in " + window + " counts.");
  }

  private List<RunPage.FailureView> failures() {
    List<RunPage.FailureView> views = new ArrayList<>();
    for (Failure failure : result.failures()) {
      views.add(failure(failure));
    }
    return views;
  }

  private RunPage.FailureView failure(Failure failure) {
    boolean ruled = failure.rule() >= 0;
    return new RunPage.FailureView(
        failure.check().text(),
        Quantities.exactTime(failure.timeNanos()) + ", event " + failure.event(),
        failure.message(),
        FailureText.where(failure, words),
        failure.expected() == null ? "" : failure.expected(),
        failure.actual() == null ? "" : failure.actual(),
        ruled ? words.ruleAndReason(failure.rule()) : "",
        ruled ? words.shownLine(failure.rule()) : 0);
  }

  private String failuresNote() {
    long left = result.findings().failureCount() - result.failures().size();
    return left <= 0 ? "" : Quantities.count(left, "more failure") + " not shown.";
  }

  private String chartNote(Timeline timeline) {
    if (!timeline.binned()) {
      return model.bios().count() == 0 ? "No bio went to a device: the lanes are empty." : "";
    }
    return Quantities.count(timeline.shown(), "bio")
        + " are too many to draw one by one: the height of a lane shows how many were at the device"
        + " at once, in columns of "
        + Quantities.time(timeline.columnNanos())
        + ". A stripe below marks columns in which bios failed. "
        + (timeline.bars().isEmpty()
            ? "No bio is shown one by one"
            : Quantities.count(timeline.bars().size(), "bio")
                + " around failures, faults and cuts are shown one by one where you zoom in")
        + "; a report with --window FROM..TO shows all of a smaller window.";
  }

  private static List<String> percentiles() {
    List<String> names = new ArrayList<>();
    for (Latencies.Percentile percentile : Latencies.SHOWN) {
      names.add(percentile.name());
    }
    return names;
  }

  private List<RunPage.PoolView> pools() {
    List<RunPage.PoolView> views = new ArrayList<>();
    for (PoolResult pool : result.pools()) {
      views.add(pool(pool));
    }
    return views;
  }

  private static RunPage.PoolView pool(PoolResult pool) {
    PoolCounts books = pool.books();
    return new RunPage.PoolView(
        pool.name(),
        books.minNr(),
        books.lowWater(),
        books.taken(),
        books.givenBack(),
        books.out(),
        books.maxWaiting(),
        books.failures(),
        books.out() == 0 && books.taken() == books.givenBack());
  }

  private List<RunPage.RuleView> rules() {
    List<RunPage.RuleView> views = new ArrayList<>();
    for (RuleResult rule : result.rules()) {
      views.add(
          new RunPage.RuleView(
              rule.number(),
              rule.name(),
              words.reason(rule.number()),
              rule.fired(),
              rule.hits(),
              words.shownLine(rule.number())));
    }
    return views;
  }

  private List<RunPage.LineView> lines() {
    TreeMap<Integer, List<RuleResult>> rules = new TreeMap<>();
    for (RuleResult rule : result.rules()) {
      rules.computeIfAbsent(words.shownLine(rule.number()), l -> new ArrayList<>()).add(rule);
    }
    Map<Integer, String> events = eventNotes();
    List<RunPage.LineView> views = new ArrayList<>();
    int shown = Math.min(Wording.MOST_LINES, source.lines().size());
    for (int i = 1; i <= shown; i++) {
      List<RuleResult> here = rules.getOrDefault(i, List.of());
      long fired = fired(here);
      String note = here.isEmpty() ? events.getOrDefault(i, "") : note(fired);
      views.add(new RunPage.LineView(i, source.lines().get(i - 1), note, fired > 0));
    }
    return views;
  }

  private Map<Integer, String> eventNotes() {
    Map<Integer, String> notes = new TreeMap<>();
    for (EventResult event : result.outside().events()) {
      String when =
          event.happened() ? "at " + Quantities.time(event.timeNanos()) : "never happened";
      notes.merge(words.shownLineOfEvent(event.event().number()), when, (a, b) -> a + ", " + b);
    }
    return notes;
  }

  private static long fired(List<RuleResult> rules) {
    long fired = 0;
    for (RuleResult rule : rules) {
      fired += rule.fired();
    }
    return fired;
  }

  private static String note(long fired) {
    return fired == 0 ? "never fired" : "fired " + Quantities.count(fired, "time");
  }

  private String linesNote() {
    int left = source.lines().size() - Wording.MOST_LINES;
    return left <= 0 ? "" : Quantities.count(left, "more line") + " not shown.";
  }
}
