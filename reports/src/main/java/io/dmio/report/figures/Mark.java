package io.dmio.report.figures;

import io.dmio.model.Happening;
import io.dmio.model.PhaseTrack;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.story.HappeningWords;
import io.dmio.story.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A full-height mark in a picture: something that was done to the world from outside, or a target
 * that went down or came up.
 *
 * @param nanos when
 * @param kind how it looks: crash, cut, offline, boot, power, online or other
 * @param label a few words
 * @param story a sentence with the time and the place in the scenario
 */
public record Mark(long nanos, String kind, String label, String story) {

  /** Those in the window, the first so many. */
  public static List<Mark> of(RunModel model, Wording words, int most) {
    HappeningWords happenings = new HappeningWords(model.result(), words);
    List<Mark> marks = new ArrayList<>();
    for (Happening what : model.happenings().all()) {
      if (marks.size() < most && model.window().contains(what.nanos())) {
        String label = happenings.label(what);
        marks.add(new Mark(what.nanos(), look(what.kind()), label, happenings.story(what)));
      }
    }
    addPhases(model, words, marks);
    marks.sort(Comparator.comparingLong(Mark::nanos));
    return marks.size() <= most ? marks : List.copyOf(marks.subList(0, most));
  }

  private static void addPhases(RunModel model, Wording words, List<Mark> marks) {
    PhaseTrack phases = model.phases();
    for (int row = 0; row < phases.count(); row++) {
      if (model.window().contains(phases.nanos(row))) {
        marks.add(phase(phases, row, words));
      }
    }
  }

  private static Mark phase(PhaseTrack phases, int row, Wording words) {
    String device = words.device(phases.device(row));
    boolean up = phases.up(row);
    return new Mark(
        phases.nanos(row),
        "other",
        device + (up ? " up" : " down"),
        "At "
            + Quantities.time(phases.nanos(row))
            + " "
            + device
            + (up ? " came up" : " went down")
            + ": "
            + words.tableAndPlace(phases.device(row), phases.line(row))
            + ".");
  }

  private static String look(Happening.Kind kind) {
    return switch (kind) {
      case CRASH, CUT, OFFLINE, BOOT, POWER, ONLINE -> kind.name().toLowerCase(Locale.ROOT);
      case RELEASE, SIGNAL, QUIET, OTHER -> "other";
    };
  }
}
