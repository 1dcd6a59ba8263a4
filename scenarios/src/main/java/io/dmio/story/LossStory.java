package io.dmio.story;

import io.dmio.check.Loss;
import io.dmio.model.BioTable;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.testbed.RunResult.RuleResult;
import java.util.ArrayList;
import java.util.List;

/** Tells what rules that let bios end well have hit, and what was found to be lost. */
final class LossStory {

  private static final int MOST_BIOS = 4;
  private static final int MOST_LOSSES = 8;

  private final List<String> lines = new ArrayList<>();
  private final RunModel model;
  private final Wording words;

  private LossStory(RunModel model, Wording words) {
    this.model = model;
    this.words = words;
  }

  /** Lines, of which the first is empty; none if there is nothing to tell. */
  static List<String> of(RunModel model, Wording words) {
    LossStory story = new LossStory(model, words);
    for (RuleResult rule : model.result().rules()) {
      if (rule.silent() && rule.fired() > 0) {
        story.hits(rule);
      }
    }
    story.losses();
    if (!story.lines.isEmpty()) {
      story.lines.add(0, "");
    }
    return story.lines;
  }

  private void hits(RuleResult rule) {
    String name = words.ruleAndPlace(rule.number());
    lines.add("Silently, " + name + " set in " + Quantities.count(rule.fired(), "time") + ".");
    int told = 0;
    for (int hit = 0; hit < model.faults().silentHits() && told < MOST_BIOS; hit++) {
      int row = model.bios().rowOf(model.faults().silentBio(hit));
      if (model.faults().silentRule(hit) == rule.number() && row >= 0) {
        lines.add("  It hit " + bio(row) + ".");
        told++;
      }
    }
  }

  private String bio(int row) {
    BioTable bios = model.bios();
    boolean good = bios.ended(row) >= 0 && !bios.failed(row);
    return "bio "
        + bios.number(row)
        + " of "
        + words.call(bios.call(row))
        + " ("
        + words.device(bios.device(row))
        + (bios.bytes(row) == 0
            ? ""
            : ", sectors " + Quantities.sectors(bios.sector(row), bios.sectors(row)))
        + "), which "
        + (good
            ? "ended OK at " + Quantities.time(bios.ended(row)) + ": it sets no error bit"
            : "did not end well for another reason: " + bios.outcome(row));
  }

  private void losses() {
    List<Loss> losses = model.result().findings().losses();
    int told = Math.min(MOST_LOSSES, losses.size());
    losses.subList(0, told).forEach(loss -> lines.add(loss(loss)));
    long sectors = losses.subList(0, told).stream().mapToLong(Loss::count).sum();
    if (sectors < model.result().findings().lossCount()) {
      long left = model.result().findings().lossCount() - sectors;
      lines.add(Quantities.count(left, "more sector") + " were lost and are not told.");
    }
  }

  private String loss(Loss loss) {
    return "Lost: "
        + (loss.count() == 1 ? "sector " : "sectors ")
        + Quantities.sectors(loss.sector(), loss.count())
        + " of "
        + words.device(loss.device())
        + (loss.count() == 1 ? " holds " : " hold ")
        + loss.actual()
        + ", should hold "
        + loss.expected()
        + "; found at "
        + Quantities.time(loss.timeNanos())
        + (loss.call() < 0 ? ", at rest" : " by " + words.call(loss.call()))
        + ", because of "
        + words.causeOfLoss(loss.rule())
        + ".";
  }
}
