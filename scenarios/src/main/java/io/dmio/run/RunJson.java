package io.dmio.run;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.check.Loss;
import io.dmio.device.PowerCutRecord;
import io.dmio.engine.ErrorBits;
import io.dmio.engine.IoReturn;
import io.dmio.testbed.CallOutcome;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run for programs. */
final class RunJson {

  private final RunResult result;
  private final Locations locations;
  private final @Nullable String capsule;
  private final String replay;

  /**
   * Tells of a run.
   *
   * @param locations of the scenario
   * @param capsule the file that keeps the failing run, or null
   * @param replay the command that makes the run again
   */
  RunJson(RunResult result, Locations locations, @Nullable String capsule, String replay) {
    this.result = result;
    this.locations = locations;
    this.capsule = capsule;
    this.replay = replay;
  }

  void put(Json json) throws IOException {
    putIdentity(json, result);
    json.put("events", result.totals().events());
    json.put("calls", result.totals().calls());
    json.put("lostCalls", result.totals().lostCalls());
    json.put("bios", result.totals().bios());
    json.put("losses", result.findings().lossCount());
    json.put("states", result.tried().states());
    json.put("shownState", result.tried().shown());
    json.put("boots", result.outside().boots().size());
    json.putObjects("failures", result.failures(), this::putFailure);
    json.put("replay", replay);
    json.putObjects("callList", result.callList(), this::putCall);
    json.putObjects("eventList", result.outside().events(), OutsideJson::putEvent);
    json.putObjects("powerCuts", result.outside().powerCuts(), this::putCut);
    json.putObjects("lossList", result.findings().losses(), this::putLoss);
    json.putObject("compared", ComparedJson.of(result.findings().compared()));
    Map<Check, String> skips = locations.scenario().skipReasons();
    json.putObjects("skipped", skips.entrySet(), ComparedJson::putSkip);
  }

  /** Which run it was and how it went: the fields that every object about a run begins with. */
  static void putIdentity(Json json, RunResult result) throws IOException {
    json.put("scenario", result.scenario());
    json.putSeed("seed", result.seed());
    json.put("dialect", result.dialect().text());
    json.put("verdict", result.verdict().text());
    json.putDigest("fingerprint", result.digests().fingerprint());
    json.putDigest("outcome", result.digests().outcome());
    json.put("virtualTimeNs", result.totals().virtualTimeNanos());
  }

  private void putFailure(Json json, Failure source) throws IOException {
    JudgedFailure failure = JudgedFailure.of(source, result, locations);
    json.put("check", failure.check().text());
    json.put("message", failure.message());
    json.put("virtualTimeNs", failure.virtualTimeNanos());
    json.put("event", failure.event());
    json.put("task", failure.task());
    json.put("step", failure.where().step());
    json.putUnlessNegative("call", failure.where().callNumber());
    json.putUnlessNegative("region", failure.region());
    json.put("device", failure.device());
    json.put("sector", failure.where().sectors());
    json.put("expected", failure.expected());
    json.put("actual", failure.actual());
    json.put("rule", failure.rule());
    putPlace(json, failure.place());
    json.put("capsule", capsule);
  }

  private static void putPlace(Json json, @Nullable SourceLocation place) throws IOException {
    json.put("file", place == null ? null : place.file());
    json.putUnlessNegative("line", place == null ? -1 : place.line());
    json.putUnlessNegative("column", place == null ? -1 : place.column());
  }

  private void putCut(Json json, PowerCutRecord cut) throws IOException {
    json.put("device", result.names().device(cut.device()));
    OutsideJson.putCut(json, cut);
  }

  private void putLoss(Json json, Loss loss) throws IOException {
    json.put("device", result.names().device(loss.device()));
    json.put("sector", loss.sector() + "-" + (loss.sector() + loss.count() - 1));
    json.put("expected", loss.expected());
    json.put("actual", loss.actual());
    json.put("kind", loss.kind().text());
    boolean ruled = loss.rule() >= 0;
    json.put("rule", ruled ? result.names().rule(loss.rule()) : null);
    putPlace(json, locations.ofRule(loss.rule()));
    json.put("step", loss.call() < 0 ? null : result.names().call(loss.call()));
    json.put("virtualTimeNs", loss.timeNanos());
  }

  private void putCall(Json json, CallOutcome call) throws IOException {
    IoReturn returned = call.result();
    json.put("task", call.task() < 0 ? null : result.names().task(call.task()));
    json.put("step", call.name());
    json.put("return", returned == null ? null : returned.errno().name());
    boolean written = call.sync() ? returned != null && returned.bitsWritten() : call.notified();
    json.put("errorBits", written ? ErrorBits.hex(call.bits()) : null);
    json.putNumbers("failed", ErrorBits.regions(written ? call.bits() : 0));
    json.putUnlessNegative("callbackNs", call.sync() ? -1 : call.callbackNanos());
    json.put("lost", call.lost());
  }
}
