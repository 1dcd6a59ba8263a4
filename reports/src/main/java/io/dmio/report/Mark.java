package io.dmio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A full-height mark in a picture: something that was done to the world from outside.
 *
 * @param nanos when
 * @param kind how it looks: crash, cut, offline, boot, power, online or other
 * @param label a few words
 * @param story a sentence with the time and the place in the scenario
 */
record Mark(long nanos, String kind, String label, String story) {

  /** Those in the window, the first so many. */
  static List<Mark> of(RunModel model, Wording words, int most) {
    HappeningWords happenings = new HappeningWords(model.result(), words);
    List<Mark> marks = new ArrayList<>();
    for (Happening what : model.happenings().all()) {
      if (marks.size() < most && model.window().contains(what.nanos())) {
        String label = happenings.label(what);
        marks.add(new Mark(what.nanos(), look(what.kind()), label, happenings.story(what)));
      }
    }
    return marks;
  }

  private static String look(Happening.Kind kind) {
    return switch (kind) {
      case CRASH, CUT, OFFLINE, BOOT, POWER, ONLINE -> kind.name().toLowerCase(Locale.ROOT);
      case RELEASE, SIGNAL, QUIET, OTHER -> "other";
    };
  }
}
