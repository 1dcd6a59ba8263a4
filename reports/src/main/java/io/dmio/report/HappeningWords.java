package io.dmio.report;

import io.dmio.testbed.Outside.EventResult;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.WorldEvent.Action;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what was done to a world from outside. */
final class HappeningWords {

  private final Map<Integer, Action> actions = new TreeMap<>();
  private final Wording words;

  HappeningWords(RunResult result, Wording words) {
    this.words = words;
    for (EventResult event : result.outside().events()) {
      actions.put(event.event().number(), event.event().action());
    }
  }

  /** A few words, for a mark in a picture: {@code power cut: a, b}. */
  String label(Happening what) {
    String disks = disks(what);
    return switch (what.kind()) {
      case CRASH -> "host dies";
      case BOOT -> "boot " + what.boot();
      case CUT -> disks.isEmpty() ? "power cut" : "power cut: " + disks;
      case POWER -> "power back: " + disks;
      case OFFLINE -> "offline: " + disks;
      case ONLINE -> "online: " + disks;
      case RELEASE, SIGNAL, QUIET, OTHER -> plainLabel(what);
    };
  }

  /** A sentence, without the time. */
  String sentence(Happening what) {
    String disks = disks(what);
    String inside = Quantities.count(what.bios(), "bio");
    return switch (what.kind()) {
      case CRASH -> crash(what);
      case BOOT -> "Boot " + what.boot() + " of the host begins, with memory, pools and tasks anew";
      case CUT ->
          disks.isEmpty()
              ? "Power is cut where there was none"
              : "Power of " + disks + " is cut: " + ended(inside, what) + kept(what);
      case POWER -> "Power of " + disks + " is back";
      case OFFLINE -> "The path to " + disks + " breaks: " + ended(inside, what);
      case ONLINE -> "The path to " + disks + " is back";
      case RELEASE -> plainLabel(what) + ": what the disk had held is served";
      case SIGNAL -> plainLabel(what);
      case QUIET -> "From now on no fault fires";
      case OTHER -> plainLabel(what);
    };
  }

  /** When what happened, and where in the scenario that stands. */
  String story(Happening what) {
    String place = what.event() < 0 ? "" : " " + words.eventAndPlace(what.event()) + ".";
    return "At " + Quantities.time(what.nanos()) + ": " + sentence(what) + "." + place;
  }

  private String crash(Happening what) {
    if (what.boot() == 0) {
      return "The host should die, and was dead";
    }
    return "The host dies in its boot "
        + what.boot()
        + ": "
        + Quantities.count(what.calls(), "call")
        + " and "
        + Quantities.count(what.bios(), "bio")
        + " are lost, and nobody hears of them"
        + (what.devices().isEmpty() ? "" : "; " + disks(what) + " lose power")
        + kept(what);
  }

  private static String ended(String bios, Happening what) {
    return bios + (what.bios() == 1 ? " in it ends OFFLINE" : " in it end OFFLINE");
  }

  private String kept(Happening what) {
    String how = survival(what.event());
    return how.isEmpty() ? "" : "; survives: " + how;
  }

  /** The word of an event for what survives; empty if it has none. */
  String survival(int event) {
    Action action = actions.get(event);
    if (action instanceof Action.PowerCut cut) {
      return cut.survival().name().toLowerCase(Locale.ROOT);
    }
    return action instanceof Action.CrashHost crash
        ? crash.survival().name().toLowerCase(Locale.ROOT)
        : "";
  }

  private String plainLabel(Happening what) {
    @Nullable Action action = actions.get(what.event());
    if (action instanceof Action.Release release) {
      return "release: " + words.device(release.device());
    } else if (action instanceof Action.Signal signal) {
      return "signal: " + signal.task();
    }
    return action == null ? "event " + words.event(what.event()) : "quiet";
  }

  private String disks(Happening what) {
    List<String> names = what.devices().stream().map(words::device).toList();
    return names.size() <= 4
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
  }
}
