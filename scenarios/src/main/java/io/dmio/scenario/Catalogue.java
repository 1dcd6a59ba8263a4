package io.dmio.scenario;

import io.dmio.check.Check;
import io.dmio.check.Comparison;
import io.dmio.device.LatencyPresets;
import io.dmio.mapper.TargetKind;
import io.dmio.scenario.fault.FaultVerbs;
import io.dmio.scenario.shape.Verb;
import java.util.Arrays;
import java.util.List;

/** What scenarios can name, each with a line about it. */
public final class Catalogue {

  private Catalogue() {}

  /**
   * Something with a name.
   *
   * @param name as scenarios write it
   * @param about one line
   */
  public record Item(String name, String about) {}

  /** The kinds of faults. */
  public static List<Item> faults() {
    return FaultVerbs.FAULT.verbs().stream()
        .map(Verb::key)
        .filter(key -> !key.isLater())
        .map(key -> new Item(key.name(), key.about()))
        .toList();
  }

  /** The latency presets. */
  public static List<Item> presets() {
    return LatencyPresets.names().stream()
        .map(name -> new Item(name, LatencyPresets.about(name)))
        .toList();
  }

  /** The checks that this dmio makes. */
  public static List<Item> checks() {
    return Arrays.stream(Check.values())
        .map(check -> new Item(check.text(), about(check)))
        .toList();
  }

  /** What checks count, by the names that {@code compared} has for them. */
  public static List<Item> counts() {
    return Comparison.all().stream().map(what -> new Item(what.fullText(), what.about())).toList();
  }

  /** The targets that tables can name. */
  public static List<Item> targets() {
    return Arrays.stream(TargetKind.values())
        .map(target -> new Item(target.text(), about(target)))
        .toList();
  }

  private static String about(TargetKind target) {
    String arguments = target.arguments();
    return arguments.isEmpty() ? target.about() : arguments + ": " + target.about();
  }

  private static String about(Check check) {
    return switch (check) {
      case ERROR_BITS -> "every delivered bitset equals what the bios of each region did";
      case CALLS -> "return codes are as specified; every call returns once, is notified once";
      case MEMPOOL -> "the books of every pool balance at every event";
      case LIFETIME -> "nobody touches an io, bio, pool or frame after it was given back";
      case SHAPE -> "the bios of a region cover it exactly, in order, and are as few as can be";
      case DATA -> "memory and media hold what one of the permitted orders allows";
      case DURABILITY -> "what was acknowledged and flushed survives";
      case PROGRESS -> "no hang, no livelock, no limit reached";
      case USAGE -> "no call was refused unless its step expects it";
      case INTEGRITY -> "no difference at all, even an explained one";
      case BUG -> "no contradiction inside";
      case EXPECT -> "the scenario's own expectations";
    };
  }
}
