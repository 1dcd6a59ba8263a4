package io.dmio.scenario.fault;

import io.dmio.block.BlockStatus;
import io.dmio.device.DiskSpec;
import io.dmio.fault.Ending;
import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.fault.FaultSpec;
import io.dmio.fault.SilentKind;
import io.dmio.fault.Trigger;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.DiskPlaces;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.sim.Limits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes fault rules of what is written. */
public final class FaultCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final DiskPlaces places;
  private final TouchedSectors touched;
  private final Set<String> mayStaySilent;
  private final TriggerCompiler triggers;
  private final SilentCompiler silent;

  /**
   * Needs all names and steps to be known.
   *
   * @param disks those of the devices that have no mistakes
   * @param mayStaySilent rules of which the file itself says that they need not fire
   */
  public FaultCompiler(
      Mistakes mistakes,
      DialectTerms terms,
      Devices devices,
      DiskPlaces diskPlaces,
      List<DiskSpec> disks,
      FileNames fileNames,
      TouchedSectors touched,
      Limits limits,
      Set<String> mayStaySilent,
      List<ParsedObject> rules) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.places = diskPlaces;
    this.touched = touched;
    this.mayStaySilent = mayStaySilent;
    this.triggers =
        new TriggerCompiler(mistakes, devices, places, fileNames, limits, groups(rules));
    this.silent = new SilentCompiler(mistakes, terms, devices, places, disks);
  }

  private static List<String> groups(List<ParsedObject> rules) {
    TreeSet<String> groups = new TreeSet<>();
    for (ParsedObject rule : rules) {
      String group = rule.get(FaultKeys.GROUP);
      if (group != null) {
        groups.add(group);
      }
    }
    return List.copyOf(groups);
  }

  /** The name of a rule without an id is its kind and its place in the list, from 1. */
  public static String name(ParsedObject rule, int number) {
    Located<String> id = rule.get(FaultKeys.ID);
    return id != null ? id.value() : rule.verb().name() + "." + (number + 1);
  }

  /** A rule, or null after mistakes were reported. */
  public @Nullable FaultSpec compile(ParsedObject rule, int number) {
    String name = name(rule, number);
    if (rule.verb() == FaultKeys.ALLOCATION_FAILURE) {
      return allocationFailure(rule, number, name);
    }
    List<Located<PlaceText>> written = rule.get(FaultVerbs.place(rule), List.of());
    List<Extent> extents = extents(written);
    SilentKind kind = silent.compile(rule, written, extents);
    Set<FaultOp> ops = ops(rule, kind);
    Trigger trigger = triggers.compile(rule, extents);
    boolean known = kind != null || rule.verb() == FaultKeys.MEDIA_ERROR;
    if (extents.isEmpty() || ops.isEmpty() || trigger == null || !known) {
      return null;
    }
    checkReach(rule, name, extents, ops);
    if (kind != null) {
      Ending ending = ending(rule, Ending.AT_ONCE);
      return new FaultSpec.Silent(number, name, extents, ops, trigger, ending, kind);
    }
    return new FaultSpec.MediaError(
        number,
        name,
        extents,
        ops,
        trigger,
        ending(rule, Ending.NEVER),
        BlockStatus.valueOf(rule.get(FaultKeys.STATUS, "MEDIUM")));
  }

  private void checkReach(ParsedObject rule, String name, List<Extent> extents, Set<FaultOp> ops) {
    if (!mayStaySilent.contains(name) && !touched.touches(extents, ops)) {
      mistakes.report(
          rule.keyAt(rule.verb()),
          "this rule can never fire: no step touches its sectors by its ops",
          "if that is meant, expect it: fired: { "
              + (rule.has(FaultKeys.ID) ? name : "ID")
              + ": 0 }");
    }
  }

  private @Nullable FaultSpec allocationFailure(ParsedObject rule, int number, String name) {
    Trigger trigger = triggers.compile(rule, List.of());
    String pool = rule.get(FaultKeys.ALLOCATION_FAILURE);
    if (pool != null) {
      terms.checkPool(pool, rule.at(FaultKeys.ALLOCATION_FAILURE));
    }
    Ending ending = ending(rule, Ending.AT_ONCE);
    if (ending.equals(Ending.ON_WRITE)) {
      mistakes.report(
          rule.at(FaultKeys.ENDS),
          "no write ends the failure of an allocation",
          "at-once, never or a time");
      return null;
    }
    return trigger == null || pool == null
        ? null
        : new FaultSpec.AllocationFailure(number, name, pool, trigger, ending);
  }

  private List<Extent> extents(List<Located<PlaceText>> written) {
    List<Extent> extents = new ArrayList<>();
    for (Located<PlaceText> place : written) {
      Extent extent = places.extent(place);
      if (extent != null) {
        extents.add(extent);
      }
    }
    return extents;
  }

  private Set<FaultOp> ops(ParsedObject rule, @Nullable SilentKind kind) {
    List<Located<String>> words = rule.get(FaultKeys.OPS);
    if (words == null) {
      return kind == null
          ? Collections.unmodifiableSet(EnumSet.of(FaultOp.READ, FaultOp.WRITE))
          : kind.ops();
    }
    EnumSet<FaultOp> ops = EnumSet.noneOf(FaultOp.class);
    for (Located<String> word : words) {
      FaultOp op = op(word.value());
      if (!ops.add(op)) {
        mistakes.report(word.at(), "'" + word.value() + "' stands here twice", null);
      } else if (kind != null && !kind.ops().contains(op)) {
        mistakes.report(
            word.at(),
            "this rule can never fire at a " + word.value(),
            rule.verb().name() + " hits " + words(kind.ops()));
      }
    }
    return Collections.unmodifiableSet(ops);
  }

  private static String words(Set<FaultOp> ops) {
    return ops.stream().map(FaultKeys::nameOf).collect(Collectors.joining(", "));
  }

  private static FaultOp op(String word) {
    for (FaultOp op : FaultOp.values()) {
      if (FaultKeys.nameOf(op).equals(word)) {
        return op;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private static Ending ending(ParsedObject rule, Ending otherwise) {
    return rule.get(FaultKeys.ENDS, otherwise);
  }
}
