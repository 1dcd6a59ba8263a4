package io.dmio.run;

import io.dmio.model.BioTable;
import io.dmio.model.CallTable;
import io.dmio.model.RunModel;
import io.dmio.run.CallFigures.BioFigures;
import io.dmio.story.ScenarioLines;
import io.dmio.story.Wording;
import java.util.List;
import java.util.Map;

/** Reads what became of the calls of one run. */
final class CallReader {

  private final RunModel model;
  private final Wording words;
  private final ComparedRun.Data data;

  CallReader(ComparedRun run) {
    this.model = RunModel.of(run.result());
    this.words = new Wording(run.result(), new ScenarioLines("", List.of(), Map.of(), ""));
    this.data = run.data();
  }

  int count() {
    return model.calls().count();
  }

  String name(int row) {
    return words.call(model.calls().number(row));
  }

  CallFigures figures(int row) {
    CallTable calls = model.calls();
    int number = calls.number(row);
    long ended = calls.ended(row);
    return new CallFigures(
        words.taskOfCall(number),
        (calls.sync(row) ? "sync " : "async ") + Wording.op(calls.op(row)),
        calls.returned(row) < 0 ? CallFigures.NEVER : calls.errno(row).name(),
        calls.refusal(row),
        calls.regions(row),
        calls.heardBits(row),
        calls.bits(row),
        model.bios().ofCall(number).stream().map(this::bio).toList(),
        data.of(number),
        ended < 0 ? -1 : ended - calls.started(row));
  }

  private BioFigures bio(int row) {
    BioTable bios = model.bios();
    return new BioFigures(
        bios.region(row),
        words.device(bios.device(row)),
        bios.sector(row),
        bios.sectors(row),
        bios.outcome(row));
  }
}
