package io.dmio.scenario.imports;

import io.dmio.engine.Dialect;
import io.dmio.formats.Trace;
import io.dmio.formats.TraceOp;
import io.dmio.formats.TraceRequest;
import io.dmio.scenario.change.TextEdits;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.TimeText;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.step.TraceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes a scenario that does a trace again. */
final class TraceScenario {

  private static final long USUAL_NANOS = 30_000_000_000L;
  private static final long USUAL_REQUESTS = 100_000;
  private static final long EVENTS_OF_A_REQUEST = 1_000;
  private static final long SECTOR = 512;

  private final Trace trace;
  private final Map<String, TraceTally> tallies = new TreeMap<>();
  private final NewNames names = new NewNames("d");
  private long spanNanos;

  private TraceScenario(Trace trace) {
    this.trace = trace;
    for (TraceRequest request : trace.requests()) {
      tallies.computeIfAbsent(request.device(), device -> new TraceTally()).add(request);
      spanNanos = Math.max(spanNanos, request.nanos());
    }
  }

  /**
   * The text of the scenario, and what there is to tell.
   *
   * @param columns of a table, as written; else empty
   */
  static Imported of(Trace trace, TraceKind kind, String name, String path, String columns) {
    TraceScenario scenario = new TraceScenario(trace);
    return new Imported(scenario.text(kind, name, path, columns), scenario.summary(kind));
  }

  private List<String> summary(TraceKind kind) {
    List<String> lines = new ArrayList<>();
    int count = trace.requests().size();
    lines.add(
        kind.text()
            + ", "
            + count
            + (count == 1 ? " request" : " requests")
            + " in "
            + TimeText.write(spanNanos));
    tallies.forEach((device, tally) -> lines.add(spelled(device) + ": " + tally.words()));
    trace.skipped().forEach((what, times) -> lines.add("skipped " + times + " " + what));
    trace.warnings().forEach(warning -> lines.add("warning: " + warning));
    return lines;
  }

  private static String spelled(String device) {
    return device.isEmpty() ? "the only device" : device;
  }

  private String text(TraceKind kind, String name, String path, String columns) {
    StringBuilder text = new StringBuilder("dmio: 1\nscenario: ").append(name).append('\n');
    String about = "The requests of " + path + ", made at their times.";
    text.append("about: ").append(TextEdits.quote(about)).append('\n');
    addLimits(text);
    if (does(TraceOp.FLUSH) || does(TraceOp.DISCARD)) {
      text.append(DialectTerms.line(Dialect.KERNEL)).append('\n');
    }
    text.append("devices:\n");
    tallies.forEach((device, tally) -> addDevice(text, device, tally));
    text.append("tasks:\n  replay:\n    - get: 64\n    - replay:\n        ");
    text.append(kind.text()).append(": ").append(TextEdits.quote(path)).append('\n');
    if (!columns.isEmpty()) {
      text.append("        columns: ").append(columns).append('\n');
    }
    text.append("        map:    # of several, such as [a, b], a write goes to all\n");
    for (String device : tallies.keySet()) {
      String recorded = TextEdits.quote(device);
      text.append("          ").append(recorded).append(": ");
      text.append(names.of(device)).append('\n');
    }
    text.append("        timing: recorded    # or 2x, 0.5x, asap\n");
    return text.append("    - put: 64\n").toString();
  }

  private void addLimits(StringBuilder text) {
    int count = trace.requests().size();
    if (spanNanos > USUAL_NANOS || count > USUAL_REQUESTS) {
      long seconds = spanNanos / 1_000_000_000L * 2 + 60;
      long events = Math.max(USUAL_REQUESTS, count) * EVENTS_OF_A_REQUEST;
      text.append(
          String.format(Locale.ROOT, "limits: { time: %ds, events: %d }\n", seconds, events));
    }
  }

  private void addDevice(StringBuilder text, String device, TraceTally tally) {
    text.append("  ").append(names.of(device)).append(": { size: ");
    text.append(Units.BYTES.write(FioJobScenario.roundedUp(tally.end())));
    text.append(", latency: nvme");
    long discarded = tally.most(TraceOp.DISCARD) / SECTOR;
    if (discarded > 0) {
      text.append(", limits: { max-discard-sectors: ").append(discarded).append(" }");
    }
    text.append(" }\n");
  }

  private boolean does(TraceOp op) {
    return tallies.values().stream().anyMatch(tally -> tally.count(op) > 0);
  }
}
