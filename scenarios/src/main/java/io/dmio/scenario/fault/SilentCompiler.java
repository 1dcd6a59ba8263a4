package io.dmio.scenario.fault;

import io.dmio.block.Sectors;
import io.dmio.device.DiskSpec;
import io.dmio.engine.Capability;
import io.dmio.fault.Extent;
import io.dmio.fault.Misdirection;
import io.dmio.fault.SilentKind;
import io.dmio.fault.SilentKind.BitFlip;
import io.dmio.fault.SilentKind.FlushLie;
import io.dmio.fault.SilentKind.IgnoredFua;
import io.dmio.fault.SilentKind.Keeps;
import io.dmio.fault.SilentKind.LostWrite;
import io.dmio.fault.SilentKind.MisdirectedRead;
import io.dmio.fault.SilentKind.MisdirectedWrite;
import io.dmio.fault.SilentKind.Rest;
import io.dmio.fault.SilentKind.StaleRead;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;
import io.dmio.fault.SilentKind.ZeroedSector;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.DiskPlaces;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes kinds of silent faults of what is written, and refuses those that can never fire. */
final class SilentCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final Devices devices;
  private final DiskPlaces diskPlaces;
  private final List<DiskSpec> disks;

  SilentCompiler(
      Mistakes mistakes,
      DialectTerms terms,
      Devices devices,
      DiskPlaces diskPlaces,
      List<DiskSpec> disks) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.devices = devices;
    this.diskPlaces = diskPlaces;
    this.disks = disks;
  }

  /**
   * A rule's kind; null if it is none of a silent fault, or after mistakes were reported.
   *
   * @param places as written
   * @param extents those of the places that have no mistakes
   */
  @Nullable SilentKind compile(
      ParsedObject rule, List<Located<PlaceText>> places, List<Extent> extents) {
    return switch (rule.verb().name()) {
      case "torn-write" -> tornWrite(rule, extents);
      case "lost-write" -> new LostWrite();
      case "misdirected-write" -> {
        Misdirection to = misdirection(rule, extents);
        yield to == null ? null : new MisdirectedWrite(to);
      }
      case "misdirected-read" -> {
        Misdirection to = misdirection(rule, extents);
        yield to == null ? null : new MisdirectedRead(to);
      }
      case "stale-read" -> new StaleRead();
      case "bit-flip" ->
          new BitFlip(
              Math.toIntExact(rule.get(SilentKeys.BITS, 1L)),
              rule.get(SilentKeys.IN, "rest").equals("rest"));
      case "zeroed-sector" -> new ZeroedSector();
      case "flush-lie" -> flushLie(rule, places);
      case "ignored-fua" -> isCached(rule, places) ? new IgnoredFua() : null;
      default -> null;
    };
  }

  private SilentKind tornWrite(ParsedObject rule, List<Extent> extents) {
    String unit = rule.get(SilentKeys.UNIT, "512B");
    int sectors = unit.equals("4KiB") ? Sectors.PER_PAGE : 1;
    if (!unit.equals("any") && !extents.isEmpty() && units(extents, sectors) == extents.size()) {
      mistakes.report(
          rule.at(rule.verb()),
          "this rule can never fire: no part of its place is larger than a unit of " + unit,
          "make the place larger, or the unit smaller; with unit: any a sector can be torn");
    }
    return new TornWrite(
        switch (unit) {
          case "512B" -> Unit.SECTOR;
          case "4KiB" -> Unit.PAGE;
          default -> Unit.BYTE;
        },
        Keeps.valueOf(rule.get(SilentKeys.KEEPS, "prefix").toUpperCase(Locale.ROOT)),
        Rest.valueOf(rule.get(SilentKeys.REST, "old").toUpperCase(Locale.ROOT)));
  }

  // Parts of one disk could be torn together, if a write covers several; so one disk each.
  private static long units(List<Extent> extents, int sectors) {
    boolean apart = extents.stream().map(Extent::device).distinct().count() == extents.size();
    return apart
        ? extents.stream()
            .mapToLong(e -> (e.first() + e.count() - 1) / sectors - e.first() / sectors + 1)
            .sum()
        : Long.MAX_VALUE;
  }

  private @Nullable Misdirection misdirection(ParsedObject rule, List<Extent> extents) {
    Located<PlaceText> written = rule.get(SilentKeys.TO);
    Extent to = written == null ? null : diskPlaces.extent(written);
    if (written == null || to == null || extents.isEmpty()) {
      return null;
    }
    Position at = rule.at(SilentKeys.TO);
    Extent place = extents.get(0);
    if (extents.stream().anyMatch(extent -> extent.device() != to.device())) {
      mistakes.report(
          at, "'to' is on another disk than the place", "data goes astray within its disk");
    } else if (written.value().isWhole()) {
      mistakes.report(
          at,
          "'to' is a whole disk",
          "write where the data begins, such as " + written.value().device() + "@4096");
    } else if (to.count() > 1 && (extents.size() > 1 || place.count() != to.count())) {
      mistakes.report(
          at,
          "'to' has " + to.count() + " sectors, and the place has others",
          "write as many, or one: where the data begins");
    } else if (extents.size() == 1 && to.equals(place)) {
      mistakes.report(at, "this rule can never fire: 'to' is the right place", null);
    } else {
      return place(to, extents);
    }
    return null;
  }

  private Misdirection place(Extent to, List<Extent> extents) {
    boolean each = extents.size() == 1 && extents.get(0).count() == to.count();
    return each
        ? new Misdirection(extents.get(0).first(), to.first(), to.first() + to.count())
        : new Misdirection(Misdirection.ANYWHERE, to.first(), devices.sectors(to.device()));
  }

  private @Nullable SilentKind flushLie(ParsedObject rule, List<Located<PlaceText>> places) {
    List<Located<PlaceText>> parts =
        places.stream().filter(place -> !place.value().isWhole()).toList();
    parts.forEach(
        place ->
            mistakes.report(
                place.at(),
                "a flush is about a whole disk, found some of its sectors",
                "write " + place.value().device()));
    return isCached(rule, places) && parts.isEmpty() ? new FlushLie() : null;
  }

  /** Whether flushes and FUA reach the disks; a mistake is reported if not. */
  private boolean isCached(ParsedObject rule, List<Located<PlaceText>> places) {
    String what = "'" + rule.verb().name() + "' is";
    if (!terms.demand(Capability.FLUSHES, rule.keyAt(rule.verb()), what)) {
      return false;
    }
    boolean cached = true;
    for (Located<PlaceText> place : places) {
      if (disksOf(place).anyMatch(disk -> !disk.cache().isWriteBack())) {
        cached = false;
        mistakes.report(
            place.at(),
            "this rule can never fire: '"
                + place.value().device()
                + "' has no write-back cache, so that nothing is flushed",
            "give it one: cache: { mode: write-back }");
      }
    }
    return cached;
  }

  private Stream<DiskSpec> disksOf(Located<PlaceText> place) {
    return disks.stream().filter(disk -> disk.name().equals(place.value().device()));
  }
}
