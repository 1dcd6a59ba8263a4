package io.dmio.report.page;

import io.dmio.engine.ErrorBits;
import io.dmio.model.BioTable;
import io.dmio.model.CallTable;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.story.BioStory;
import io.dmio.story.BitsWithoutBios;
import io.dmio.story.Cause;
import io.dmio.story.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The bits table and the list of bios: failed calls first, then the others in their order; of a
 * window, those that overlap it before all others.
 */
public final class CallViews {

  private static final int MOST_CALLS = 1000;
  private static final int MOST_CELLS = 4000;
  private static final int MOST_BIOS = 2000;
  private static final int MOST_SENTENCES = 3;

  private final RunModel model;
  private final Wording words;
  private final List<Integer> callRows = new ArrayList<>();
  private final Set<Integer> bioRows = new LinkedHashSet<>();
  private int bioCount;

  public CallViews(RunModel model, Wording words) {
    this.model = model;
    this.words = words;
    chooseCalls();
    chooseBios(true);
    chooseBios(false);
  }

  public List<RunPage.CallView> calls() {
    List<Integer> rows = new ArrayList<>(callRows);
    if (model.calls().boots() > 1) {
      rows.sort(Comparator.comparingInt(model.calls()::boot));
    }
    List<RunPage.CallView> views = new ArrayList<>();
    int boot = 0;
    for (int row : rows) {
      boolean first = model.calls().boot(row) != boot && model.calls().boots() > 1;
      boot = model.calls().boot(row);
      views.add(call(row, first ? "Boot " + boot : ""));
    }
    return views;
  }

  String callsNote() {
    int left = model.calls().count() - callRows.size();
    if (left == 0) {
      return "";
    }
    long failed = callRows.stream().filter(model.calls()::failed).count();
    long failedLeft = model.calls().failedCount() - failed;
    return Quantities.count(left, "more call") + " not shown, " + failedLeft + " of them failed.";
  }

  List<RunPage.BioView> bios() {
    List<Integer> rows = new ArrayList<>(bioRows);
    Collections.sort(rows);
    List<RunPage.BioView> views = new ArrayList<>();
    for (int row : rows) {
      views.add(bio(row));
    }
    return views;
  }

  String biosNote() {
    int left = model.bios().bios() - bioRows.size();
    return left == 0 ? "" : Quantities.count(left, "more bio") + " not shown.";
  }

  /** How many calls overlap the window, and how many rows are those of others. */
  String callsWindow() {
    IntStream all = IntStream.range(0, model.calls().count());
    long shown = callRows.stream().filter(model::showsCall).count();
    return overlap(all.filter(model::showsCall).count(), shown, callRows.size(), "call");
  }

  /** The same of bios. */
  String biosWindow() {
    IntStream all =
        IntStream.range(0, model.bios().count()).filter(row -> !model.bios().isPart(row));
    long shown = bioRows.stream().filter(model::showsBio).count();
    return overlap(all.filter(model::showsBio).count(), shown, bioRows.size(), "bio");
  }

  private String overlap(long inside, long shownInside, int shown, String noun) {
    return Quantities.count(inside, noun)
        + (inside == 1 ? " overlaps the window " : " overlap the window ")
        + model.asked().text()
        + (shownInside < inside ? "; " + shownInside + " of them are shown" : "")
        + (shownInside < shown ? "; pale rows are outside, shown where there is room" : "")
        + ".";
  }

  private void chooseCalls() {
    int cells = chooseCalls(true, true, 0);
    cells = chooseCalls(true, false, cells);
    cells = chooseCalls(false, true, cells);
    chooseCalls(false, false, cells);
  }

  private int chooseCalls(boolean inside, boolean failed, int cellsBefore) {
    CallTable calls = model.calls();
    int cells = cellsBefore;
    for (int row = 0; row < calls.count() && callRows.size() < MOST_CALLS; row++) {
      int width = Math.max(1, calls.regions(row));
      boolean wanted = calls.failed(row) == failed && model.showsCall(row) == inside;
      if (wanted && cells + width <= MOST_CELLS) {
        callRows.add(row);
        cells += width;
      }
    }
    return cells;
  }

  /** First the bio behind every set bit, then other failed ones, then the rest. */
  private void chooseBios(boolean inside) {
    List<Integer> failed = new ArrayList<>();
    List<Integer> fine = new ArrayList<>();
    for (int call : callRows) {
      if (model.showsCall(call) != inside) {
        continue;
      }
      long seen = 0;
      for (int bio : model.bios().ofCall(model.calls().number(call))) {
        long bit = 1L << model.bios().region(bio);
        if (!model.bios().failed(bio)) {
          fine.add(bio);
        } else if ((seen & bit) == 0) {
          seen |= bit;
          addBio(bio, MOST_CELLS);
        } else {
          failed.add(bio);
        }
      }
    }
    addBios(failed);
    addBios(fine);
  }

  private void addBios(List<Integer> bios) {
    for (int bio : bios) {
      addBio(bio, MOST_BIOS);
    }
  }

  private void addBio(int bio, int most) {
    if (bioCount < most && bioRows.add(bio)) {
      bioCount++;
    }
  }

  private RunPage.CallView call(int row, String heading) {
    CallTable calls = model.calls();
    int number = calls.number(row);
    String what =
        (calls.sync(row) ? "sync " : "async ")
            + (calls.plain(row) ? "plain " : "")
            + Wording.callOp(calls.op(row), calls.sectors(row), calls.flags(row));
    String took =
        calls.ended(row) < 0 ? "-" : Quantities.time(calls.ended(row) - calls.started(row));
    return new RunPage.CallView(
        heading,
        number,
        words.call(number),
        words.taskOfCall(number),
        what,
        moment(calls.started(row)),
        took,
        returned(row),
        calls.lost(row) >= 0 || calls.refused(row) && calls.bits(row) == 0
            ? "-"
            : ErrorBits.binary(calls.bits(row), Math.min(64, calls.regions(row))),
        calls.failed(row),
        !model.showsCall(row),
        bits(row),
        story(row));
  }

  /** Why bits are set, of the lowest regions. */
  private List<RunPage.SentenceView> story(int row) {
    int call = model.calls().number(row);
    long told = 0;
    List<RunPage.SentenceView> story = new ArrayList<>();
    for (int bio : model.bios().ofCall(call)) {
      long bit = 1L << model.bios().region(bio) & model.calls().bits(row) & ~told;
      if (model.bios().failed(bio) && bit != 0 && story.size() < MOST_SENTENCES) {
        told |= bit;
        int number = model.bios().number(bio);
        String text = BioStory.ofBit(bio, model, words);
        story.add(new RunPage.SentenceView(number, model.bios().endEvent(bio), text));
      }
    }
    String withoutBios = model.calls().bits(row) == told ? "" : BitsWithoutBios.of(row, model);
    if (!withoutBios.isEmpty()) {
      story.add(new RunPage.SentenceView(-1, -1, withoutBios));
    }
    return story;
  }

  /** In a window moments lie close together. */
  private String moment(long nanos) {
    return model.windowed() ? Quantities.exactTime(nanos) : Quantities.time(nanos);
  }

  private String returned(int row) {
    CallTable calls = model.calls();
    String text = calls.returned(row) < 0 ? "never" : calls.errno(row).name();
    if (calls.lost(row) >= 0) {
      return calls.returned(row) < 0 ? "lost with its host" : text + ", then lost with its host";
    }
    return calls.refused(row) ? text + " (" + calls.refusal(row) + ")" : text;
  }

  private List<RunPage.BitView> bits(int row) {
    CallTable calls = model.calls();
    int regions = calls.lost(row) >= 0 ? 0 : Math.min(64, calls.regions(row));
    int[] first = new int[64];
    int[] firstFailed = new int[64];
    for (int bio : model.bios().ofCall(calls.number(row))) {
      int region = model.bios().region(bio) & 63;
      first[region] = first[region] == 0 ? bio + 1 : first[region];
      if (model.bios().failed(bio) && firstFailed[region] == 0) {
        firstFailed[region] = bio + 1;
      }
    }
    List<RunPage.BitView> bits = new ArrayList<>();
    for (int region = regions - 1; region >= 0; region--) {
      boolean set = (calls.bits(row) >>> region & 1) == 1;
      bits.add(bit(region, set, first[region] - 1, firstFailed[region] - 1));
    }
    return bits;
  }

  private RunPage.BitView bit(int region, boolean set, int anyBio, int failedBio) {
    String device = anyBio < 0 ? "-" : words.device(model.bios().device(anyBio));
    Cause cause = failedBio < 0 ? Cause.NONE : Cause.of(failedBio, model, words);
    String sectors = anyBio < 0 ? "" : sectors(failedBio < 0 ? anyBio : failedBio);
    boolean shown = failedBio >= 0 && bioRows.contains(failedBio);
    return new RunPage.BitView(
        region,
        device,
        sectors,
        set,
        shown ? model.bios().number(failedBio) : -1,
        cause.text(),
        cause.line());
  }

  private String sectors(int row) {
    BioTable bios = model.bios();
    return bios.bytes(row) == 0 ? "-" : Quantities.sectors(bios.sector(row), bios.sectors(row));
  }

  private RunPage.BioView bio(int row) {
    BioTable bios = model.bios();
    int call = model.calls().rowOf(bios.call(row));
    Cause cause = Cause.of(row, model, words);
    boolean ended = bios.ended(row) >= 0;
    return new RunPage.BioView(
        bios.number(row),
        bios.call(row),
        words.call(bios.call(row)),
        bios.region(row),
        words.device(bios.device(row)),
        call < 0 ? "bio" : Wording.bioOp(model.calls().op(call), bios.bytes(row)),
        sectors(row),
        moment(bios.submitted(row)),
        Quantities.time(bios.issued(row) - bios.submitted(row)),
        ended ? Quantities.time(bios.ended(row) - bios.submitted(row)) : "-",
        bios.outcome(row),
        bios.failed(row) || !ended,
        !model.showsBio(row),
        cause.text(),
        cause.line());
  }
}
