package io.dmio.story;

import io.dmio.model.Happening;
import io.dmio.model.Quantities;
import io.dmio.testbed.ExternalEvents.EventResult;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.WorldEvent.Action;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says what was done to a world from outside. */
public final class HappeningWords {

  private final Map<Integer, Action> actions = new TreeMap<>();
  private final Wording words;

  public HappeningWords(RunResult result, Wording words) {
    this.words = words;
    for (EventResult event : result.outside().events()) {
      actions.put(event.event().number(), event.event().action());
    }
  }

  /** A few words, for a mark in a picture: {@code power cut: a, b}. */
  public String label(Happening what) {
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
      case BOOT -> "boot " + what.boot() + " of the host began, with memory, pools and tasks anew";
      case CUT ->
          disks.isEmpty()
              ? "power was cut where there was none"
              : "the power of " + disks + " was cut: " + ended(inside, what) + kept(what);
      case POWER -> "the power of " + disks + " came back";
      case OFFLINE -> "the path to " + disks + " broke: " + ended(inside, what);
      case ONLINE -> "the path to " + disks + " came back";
      case RELEASE -> target(what) + " served what it had held";
      case SIGNAL -> "a signal came for " + target(what);
      case QUIET -> "all faults fell silent";
      case OTHER -> plainLabel(what);
    };
  }

  /** When what happened, and where in the scenario that stands. */
  public String story(Happening what) {
    String place = what.event() < 0 ? "" : " (" + words.eventAndPlace(what) + ")";
    return "At " + Quantities.time(what.nanos()) + place + " " + sentence(what) + ".";
  }

  private String crash(Happening what) {
    if (what.boot() == 0) {
      return "the host should have died, and was dead";
    }
    String lost =
        Quantities.count(what.calls(), "call")
            + " and "
            + Quantities.count(what.bios(), "bio")
            + " were lost, and nobody heard of them";
    return "the host died in its boot "
        + what.boot()
        + ": "
        + (what.calls() + what.bios() == 0 ? "nothing was under way" : lost)
        + (what.devices().isEmpty() ? "" : "; " + disks(what) + " lost power")
        + kept(what);
  }

  private static String ended(String bios, Happening what) {
    return what.bios() == 0 ? "no bio was there" : bios + " there ended OFFLINE";
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
    return switch (what.kind()) {
      case RELEASE -> "release: " + target(what);
      case SIGNAL -> "signal: " + target(what);
      case QUIET -> "quiet";
      default -> "event " + words.event(what.event());
    };
  }

  /** The disk that is released, or the task that gets a signal. */
  private String target(Happening what) {
    Action action = actions.get(what.event());
    if (action instanceof Action.Release release) {
      return words.device(release.device());
    }
    return action instanceof Action.Signal signal ? signal.task() : "nobody";
  }

  private String disks(Happening what) {
    List<String> names = what.devices().stream().map(words::device).toList();
    return names.size() <= 4
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
  }
}
