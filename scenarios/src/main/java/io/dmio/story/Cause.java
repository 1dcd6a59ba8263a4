package io.dmio.story;

import io.dmio.model.Happening;
import io.dmio.model.RunModel;
import io.dmio.model.TableReader;

/**
 * Why a bio ended as it did.
 *
 * @param text the rule or the event, in a few words; empty if there was none
 * @param line where that stands, 0: nowhere
 */
public record Cause(String text, int line) {

  public static final Cause NONE = new Cause("", 0);

  /** Of a bio, by its row. */
  public static Cause of(int row, RunModel model, Wording words) {
    int bio = model.bios().number(row);
    Happening happening = model.happenings().causeOf(bio);
    if (happening != null) {
      String label = new HappeningWords(model.result(), words).label(happening);
      return new Cause(label, words.shownLineOfEvent(happening.event()));
    }
    if (model.bios().failed(row)) {
      int rule = model.ruleThatFailed(row);
      return rule < 0
          ? ofTable(model.bios().failedFirst(row), model, words)
          : new Cause(words.rule(rule), words.shownLine(rule));
    }
    int silent = model.bios().ended(row) < 0 ? -1 : model.faults().silentRuleOf(bio);
    return silent < 0 ? NONE : new Cause(words.rule(silent) + " (silent)", words.shownLine(silent));
  }

  /** The table of a stacked device is meant to let bios fail. */
  private static Cause ofTable(int row, RunModel model, Wording words) {
    int line = TableReader.failing(row, model);
    int device = model.bios().device(row);
    return line < 0
        ? NONE
        : new Cause("table of " + words.device(device), words.shownLineOfTable(device, line));
  }
}
