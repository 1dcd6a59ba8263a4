package io.dmio.run;

import io.dmio.engine.ErrorBits;
import io.dmio.run.CallFigures.BioFigures;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison for programs. */
public final class CompareJson {

  private final RunComparison comparison;

  public CompareJson(RunComparison comparison) {
    this.comparison = comparison;
  }

  /** What became of a call in the run of this label. */
  private record Side(String run, CallFigures figures) {}

  public String line() {
    return Json.object(
        json -> {
          json.putObjects(
              "runs", List.of(comparison.left(), comparison.right()), CompareJson::putRun);
          json.put("calls", comparison.calls().size());
          json.put("differing", comparison.differing().size());
          json.putObjects("differences", Arrays.asList(Aspect.values()), this::putCount);
          List<ComparedCall> differing = comparison.differing();
          int listed = Math.min(RunResult.MOST_CALLS, differing.size());
          json.putObjects("callList", differing.subList(0, listed), this::putCall);
        });
  }

  private static void putRun(Json json, ComparedRun run) throws IOException {
    RunResult result = run.result();
    json.put("run", run.label());
    RunJson.putIdentity(json, result);
    json.put("calls", result.totals().calls());
    json.put("bios", result.totals().bios());
    json.put("command", run.command());
  }

  private void putCount(Json json, Aspect aspect) throws IOException {
    json.put("what", aspect.text());
    json.put("calls", comparison.count(aspect));
  }

  private void putCall(Json json, ComparedCall call) throws IOException {
    json.put("step", call.name());
    json.putTexts("differs", call.differences().stream().map(Aspect::text).toList());
    List<Side> sides = new ArrayList<>();
    add(sides, comparison.left(), call.left());
    add(sides, comparison.right(), call.right());
    json.putObjects("sides", sides, CompareJson::putSide);
  }

  private static void add(List<Side> sides, ComparedRun run, @Nullable CallFigures figures) {
    if (figures != null) {
      sides.add(new Side(run.label(), figures));
    }
  }

  private static void putSide(Json json, Side side) throws IOException {
    CallFigures figures = side.figures;
    boolean returned = !figures.returned().equals(CallFigures.NEVER);
    long bits = figures.bits();
    json.put("run", side.run);
    json.put("task", figures.task());
    json.put("does", figures.does());
    json.put("return", returned ? figures.returned() : null);
    json.put("refused", figures.refusal().isEmpty() ? null : figures.refusal());
    json.put("errorBits", figures.bitsHeard() ? ErrorBits.hex(bits) : null);
    json.putNumbers("failed", ErrorBits.regions(figures.bitsHeard() ? bits : 0));
    json.putObjects("bios", figures.bios(), CompareJson::putBio);
    json.put("data", figures.data().isEmpty() ? null : figures.data());
    json.putUnlessNegative("latencyNs", figures.latencyNanos());
  }

  private static void putBio(Json json, BioFigures bio) throws IOException {
    json.put("region", bio.region());
    json.put("device", bio.device());
    json.put("firstSector", bio.sector());
    json.put("sectors", bio.sectors());
    json.put("status", bio.status());
  }
}
