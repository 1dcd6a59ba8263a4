package io.dmio.story;

import io.dmio.device.PowerCutRecord;
import io.dmio.model.Happening;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import java.util.ArrayList;
import java.util.List;

/** Tells what was done to the world from outside, and what each power cut left on the disks. */
final class OutsideStory {

  private static final int MOST_HAPPENINGS = 12;
  private static final int MOST_ROWS = 6;

  private final List<String> lines = new ArrayList<>();
  private final RunModel model;
  private final Wording words;

  private OutsideStory(RunModel model, Wording words) {
    this.model = model;
    this.words = words;
  }

  /** Lines, of which the first is empty; none if nothing was done. */
  static List<String> of(RunModel model, Wording words) {
    OutsideStory story = new OutsideStory(model, words);
    List<Happening> all = model.happenings().all();
    int told = Math.min(MOST_HAPPENINGS, all.size());
    all.subList(0, told).forEach(story::tell);
    if (told < all.size()) {
      story.lines.add(
          Quantities.count(all.size() - told, "more thing") + " happened from outside.");
    }
    if (!story.lines.isEmpty()) {
      story.lines.add(0, "");
    }
    return story.lines;
  }

  private void tell(Happening what) {
    lines.add(new HappeningWords(model.result(), words).story(what));
    model.result().outside().powerCuts().stream().filter(what::cut).forEach(this::tell);
  }

  private void tell(PowerCutRecord cut) {
    String disk = words.device(cut.device());
    lines.add("  " + disk + ": " + CutRows.doubt(cut) + ".");
    List<CutRow> rows = CutRows.of(model, words, cut);
    int told = Math.min(MOST_ROWS, rows.size());
    rows.subList(0, told).forEach(this::tell);
    if (told < rows.size() || cut.fates().size() < cut.affected()) {
      lines.add("    The report has the others.");
    }
  }

  private void tell(CutRow row) {
    String sectors = row.sectors() == 1 ? "    Sector " : "    Sectors ";
    lines.add(
        sectors
            + Quantities.sectors(row.first(), row.sectors())
            + (row.readable() ? (row.sectors() == 1 ? " holds " : " hold ") : ": ")
            + row.survived()
            + (row.readable() ? "; allowed: " + String.join(", ", row.allowed()) : "")
            + ". "
            + row.why());
  }
}
