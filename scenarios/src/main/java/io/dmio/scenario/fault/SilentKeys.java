package io.dmio.scenario.fault;

import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.shape.Scalars;
import java.util.List;

/** The keys that the kinds of silent faults add to those of all faults. */
final class SilentKeys {

  static final Key<List<Located<PlaceText>>> TORN_WRITE =
      kind("torn-write", "of the new data in the place only a part arrives, and the write ends OK");
  static final Key<List<Located<PlaceText>>> LOST_WRITE =
      kind("lost-write", "the new data in the place is dropped, and the write ends OK");
  static final Key<List<Located<PlaceText>>> MISDIRECTED_WRITE =
      kind(
          "misdirected-write",
          "the new data in the place goes elsewhere on its disk, and the write ends OK");
  static final Key<List<Located<PlaceText>>> MISDIRECTED_READ =
      kind(
          "misdirected-read",
          "a read of the place delivers what is elsewhere on its disk, and ends OK");
  static final Key<List<Located<PlaceText>>> STALE_READ =
      kind(
          "stale-read",
          "a read of the place delivers what was there before the last write, and ends OK");
  static final Key<List<Located<PlaceText>>> BIT_FLIP =
      kind("bit-flip", "bits of a sector of the place are inverted, and the bio ends OK");
  static final Key<List<Located<PlaceText>>> ZEROED_SECTOR =
      kind("zeroed-sector", "a sector of the place holds zeroes, and the bio ends OK");
  static final Key<List<Located<PlaceText>>> FLUSH_LIE =
      kind("flush-lie", "a flush of the disk makes nothing durable, and ends OK");
  static final Key<List<Located<PlaceText>>> IGNORED_FUA =
      kind("ignored-fua", "a write with FUA is no more durable than one without, and ends OK");

  static final List<Key<List<Located<PlaceText>>>> ALL =
      List.of(
          TORN_WRITE,
          LOST_WRITE,
          MISDIRECTED_WRITE,
          MISDIRECTED_READ,
          STALE_READ,
          BIT_FLIP,
          ZEROED_SECTOR,
          FLUSH_LIE,
          IGNORED_FUA);

  static final Key<String> UNIT =
      optional(
          "unit",
          Scalars.word("unit", List.of("512B", "4KiB", "any")),
          "what is never torn: 512B (default), 4KiB (aligned to the disk), or any: a byte");
  static final Key<String> KEEPS =
      optional(
          "keeps",
          Scalars.word("part", List.of("prefix", "suffix", "random")),
          "which part of the new data arrives: prefix (default), suffix, or random units");
  static final Key<String> REST =
      optional(
          "rest",
          Scalars.word("rest", List.of("old", "zero", "garbage")),
          "what stands where nothing arrives: old (default), zero or garbage");
  static final Key<Located<PlaceText>> TO =
      required(
          "to",
          Scalars.PLACE.located(),
          "the wrong place: as many sectors as the place, each for its own, such as b@4096+8; or one"
              + " sector, where the data begins, such as b@4096");
  static final Key<Long> BITS =
      optional("bits", Scalars.count(1, 4096), "how many bits of a sector; default 1");
  static final Key<String> IN =
      optional(
          "in",
          Scalars.word("state", List.of("rest", "flight")),
          "what changes: what is stored (rest, default), or the data on its way (flight)");

  private SilentKeys() {}

  private static Key<List<Located<PlaceText>>> kind(String name, String about) {
    return optional(name, FaultKeys.PLACES, about);
  }
}
