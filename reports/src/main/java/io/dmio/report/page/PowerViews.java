package io.dmio.report.page;

import io.dmio.check.Loss;
import io.dmio.device.DamageListener;
import io.dmio.device.PowerCutRecord;
import io.dmio.model.Happening;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.story.CutRow;
import io.dmio.story.CutRows;
import io.dmio.story.Wording;
import io.dmio.testbed.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns power cuts and losses into what a page prints of them. */
public final class PowerViews {

  private static final int MOST_CUTS = 64;
  private static final int MOST_ROWS = 400;
  private static final int MOST_ROWS_OF_CUT = 60;

  private final RunModel model;
  private final RunResult result;
  private final Wording words;
  private int rowsShown;

  private PowerViews(RunModel model, Wording words) {
    this.model = model;
    this.result = model.result();
    this.words = words;
  }

  public static PowerPage of(RunModel model, Wording words) {
    PowerViews views = new PowerViews(model, words);
    List<PowerCutRecord> cuts = model.result().outside().powerCuts();
    List<PowerPage.CutView> shown = new ArrayList<>();
    for (PowerCutRecord cut : cuts.subList(0, Math.min(MOST_CUTS, cuts.size()))) {
      shown.add(views.cut(cut));
    }
    int left = cuts.size() - shown.size();
    return new PowerPage(
        !model.happenings().all().isEmpty() || model.phases().count() > 0,
        shown,
        left == 0 ? "" : Quantities.count(left, "more power cut") + " of disks not shown.",
        views.losses(),
        views.lossesNote());
  }

  private static String sentence(PowerCutRecord cut) {
    String inside =
        (cut.bios() == 0 ? "No bio" : Quantities.count(cut.bios(), "bio"))
            + (cut.bios() <= 1 ? " was in the disk" : " were in the disk");
    String heard = cut.hostGone() ? ", and nobody heard of that" : " and ended OFFLINE";
    return inside
        + (cut.bios() == 0 ? "" : heard)
        + "; "
        + CutRows.doubt(cut)
        + "; survives: "
        + cut.how().name().toLowerCase(Locale.ROOT)
        + ".";
  }

  private PowerPage.CutView cut(PowerCutRecord cut) {
    List<CutRow> rows = CutRows.of(model, words, cut);
    int most = Math.min(MOST_ROWS_OF_CUT, MOST_ROWS - rowsShown);
    List<CutRow> shown = rows.subList(0, Math.max(0, Math.min(most, rows.size())));
    rowsShown += shown.size();
    Happening cause = causeOf(cut);
    return new PowerPage.CutView(
        words.device(cut.device()),
        Quantities.exactTime(cut.timeNanos()),
        cause == null ? "" : words.event(cause.event()),
        cause == null ? 0 : words.shownLineOfEvent(cause.event()),
        sentence(cut),
        shown.stream().map(PowerViews::row).toList(),
        rowsNote(cut, rows, shown.size()));
  }

  /** The event that has cut a disk off. */
  private @Nullable Happening causeOf(PowerCutRecord cut) {
    for (Happening happening : model.happenings().all()) {
      if (happening.cut(cut)) {
        return happening;
      }
    }
    return null;
  }

  private static String rowsNote(PowerCutRecord cut, List<CutRow> rows, int shown) {
    List<String> parts = new ArrayList<>();
    if (shown < rows.size()) {
      parts.add(Quantities.count(rows.size() - shown, "more row"));
    }
    int left = cut.affected() - cut.fates().size();
    if (left > 0) {
      parts.add(Quantities.count(left, "more atomic unit"));
    }
    return parts.isEmpty() ? "" : String.join(" and ", parts) + " not shown.";
  }

  private static PowerPage.RowView row(CutRow row) {
    return new PowerPage.RowView(
        Quantities.sectors(row.first(), row.sectors()),
        row.allowed(),
        row.survived(),
        row.why(),
        row.readable());
  }

  private List<PowerPage.LossView> losses() {
    List<PowerPage.LossView> views = new ArrayList<>();
    for (Loss loss : result.findings().losses()) {
      views.add(loss(loss));
    }
    return views;
  }

  private PowerPage.LossView loss(Loss loss) {
    boolean ruled = loss.rule() >= 0;
    return new PowerPage.LossView(
        words.device(loss.device()),
        Quantities.sectors(loss.sector(), loss.count()),
        loss.expected(),
        loss.actual(),
        ruled ? words.ruleAndReason(loss.rule()) : cause(loss.rule()),
        ruled ? words.shownLine(loss.rule()) : words.shownLineOfLoss(loss.rule()),
        Quantities.exactTime(loss.timeNanos())
            + (loss.call() < 0 ? ", at rest" : ", by " + words.call(loss.call())));
  }

  private String lossesNote() {
    long listed = 0;
    for (Loss loss : result.findings().losses()) {
      listed += loss.count();
    }
    return listed == result.findings().lossCount()
        ? ""
        : Quantities.count(result.findings().lossCount() - listed, "more lost sector")
            + " not shown.";
  }

  private String cause(int rule) {
    int table = DamageListener.tableOf(rule);
    return table < 0 ? words.causeOfLoss(rule) : "table of " + words.device(table);
  }
}
