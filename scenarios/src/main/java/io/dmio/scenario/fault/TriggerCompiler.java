package io.dmio.scenario.fault;

import io.dmio.fault.Extent;
import io.dmio.fault.Trigger;
import io.dmio.scenario.names.AtBioText;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DiskPlaces;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.shape.Fraction;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.sim.Limits;
import io.dmio.sim.Probability;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says when a rule sets in, and refuses rules that never can. */
final class TriggerCompiler {

  private static final Set<Kind> AFTER = EnumSet.complementOf(EnumSet.of(Kind.TASK));

  private final Mistakes mistakes;
  private final Devices devices;
  private final DiskPlaces places;
  private final FileNames fileNames;
  private final Limits limits;
  private final List<String> groups;

  TriggerCompiler(
      Mistakes mistakes,
      Devices devices,
      DiskPlaces places,
      FileNames fileNames,
      Limits limits,
      List<String> groups) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.places = places;
    this.fileNames = fileNames;
    this.limits = limits;
    this.groups = groups;
  }

  /** When a rule sets in, or null after mistakes were reported. */
  @Nullable Trigger compile(ParsedObject rule, List<Extent> extents) {
    checkWindow(rule);
    checkCounts(rule);
    checkCompanions(rule);
    Trigger.AtBio atBio = atBio(rule, extents);
    String after = after(rule);
    boolean once = rule.has(FaultKeys.AT) || rule.has(FaultKeys.NTH);
    Fraction probability = rule.get(FaultKeys.PROBABILITY);
    String group = rule.get(FaultKeys.GROUP);
    return new Trigger(
        rule.get(FaultKeys.AT, rule.get(FaultKeys.FROM, 0L)),
        rule.get(FaultKeys.UNTIL, Long.MAX_VALUE),
        rule.get(FaultKeys.NTH, 0L),
        rule.get(FaultKeys.EVERY, 0L),
        probability == null ? Probability.ALWAYS : probability.probability(),
        rule.get(FaultKeys.PER, "bio").equals("sector"),
        after,
        rule.get(FaultKeys.DELAY, 0L),
        atBio,
        rule.get(FaultKeys.TIMES, once ? 1L : Long.MAX_VALUE),
        group == null ? -1 : groups.indexOf(group));
  }

  private void checkWindow(ParsedObject rule) {
    if (rule.has(FaultKeys.AT) && (rule.has(FaultKeys.FROM) || rule.has(FaultKeys.UNTIL))) {
      mistakes.report(
          rule.keyAt(FaultKeys.AT), "'at' together with a window", "'at', or 'from' and 'until'");
    }
    for (Key<Long> key : List.of(FaultKeys.AT, FaultKeys.FROM, FaultKeys.DELAY)) {
      Long nanos = rule.get(key);
      if (nanos != null && nanos > limits.timeNanos()) {
        never(
            rule.at(key),
            "the run ends at " + Units.TIME.write(limits.timeNanos()),
            "raise limits: { time: ... }");
      }
    }
    Long until = rule.get(FaultKeys.UNTIL);
    if (until != null && until <= rule.get(FaultKeys.FROM, 0L)) {
      never(rule.at(FaultKeys.UNTIL), "'until' is not after 'from'", null);
    }
  }

  private void checkCounts(ParsedObject rule) {
    Long nth = rule.get(FaultKeys.NTH);
    Long every = rule.get(FaultKeys.EVERY);
    if (nth != null && every != null && nth % every != 0) {
      never(rule.at(FaultKeys.NTH), "match " + nth + " is none of every " + every, null);
    }
    Long times = rule.get(FaultKeys.TIMES);
    boolean once = nth != null || rule.has(FaultKeys.AT);
    if (once && times != null && times > 1) {
      mistakes.report(
          rule.at(FaultKeys.TIMES),
          "'nth' and 'at' set in once, so 'times' cannot be " + times,
          "remove 'times', or use 'every' or 'from'");
    }
    Fraction probability = rule.get(FaultKeys.PROBABILITY);
    if (probability != null && probability.isZero()) {
      never(rule.at(FaultKeys.PROBABILITY), "its probability is 0", null);
    }
  }

  private void checkCompanions(ParsedObject rule) {
    demand(rule, FaultKeys.PER, FaultKeys.PROBABILITY);
    demand(rule, FaultKeys.DELAY, FaultKeys.AFTER);
  }

  private void demand(ParsedObject rule, Key<?> key, Key<?> other) {
    if (rule.has(key) && !rule.has(other)) {
      mistakes.report(
          rule.keyAt(key),
          "'" + key.name() + "' means nothing without '" + other.name() + "'",
          "add '" + other.name() + "' or remove it");
    }
  }

  private void never(Position at, String why, @Nullable String hint) {
    mistakes.report(at, "this rule can never fire: " + why, hint);
  }

  private @Nullable String after(ParsedObject rule) {
    String reference = rule.get(FaultKeys.AFTER);
    if (reference == null) {
      return null;
    }
    Position at = rule.at(FaultKeys.AFTER);
    Located<String> id = rule.get(FaultKeys.ID);
    if (id != null && id.value().equals(reference)) {
      never(at, "it waits for itself", null);
    }
    return fileNames.resolve(reference, at, Scope.OUTSIDE, AFTER, "an id, mark or rule");
  }

  private Trigger.@Nullable AtBio atBio(ParsedObject rule, List<Extent> extents) {
    String text = rule.get(FaultKeys.AT_BIO);
    if (text == null) {
      return null;
    }
    Position at = rule.at(FaultKeys.AT_BIO);
    AtBioText bio = AtBioText.read(text, at, fileNames, devices);
    if (bio == null) {
      return null;
    }
    int device = disk(bio.device(), extents, at);
    if (device < 0) {
      never(at, "its place is not on '" + bio.device().name() + "'", null);
    } else if (!bio.isPossible()) {
      never(at, "'" + bio.item().base() + "' does not go to '" + bio.device().name() + "'", null);
    }
    return new Trigger.AtBio(bio.call(), device, bio.index());
  }

  /** The disk at which a bio's call is met, or -1: what a bio to a stacked device is there. */
  private int disk(Devices.Device device, List<Extent> extents, Position at) {
    List<Integer> below = places.disksBelow(device);
    List<Integer> met =
        extents.stream().map(Extent::device).filter(below::contains).distinct().toList();
    if (met.size() > 1) {
      mistakes.report(
          at,
          "a bio to '" + device.name() + "' becomes bios to several disks",
          "let the place be on one of them");
    }
    return met.isEmpty() ? -1 : met.get(0);
  }
}
