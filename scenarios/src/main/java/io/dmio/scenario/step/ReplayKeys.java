package io.dmio.scenario.step;

import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalar;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a replay. */
public final class ReplayKeys {

  static final String FACTOR = "[0-9]{1,9}(\\.[0-9]{1,9})?x";

  static final Key<Located<String>> IOLOG = file("iolog", "of fio, version 2 or 3");
  static final Key<Located<String>> BLKPARSE =
      file("blkparse", "of lines as blkparse prints them; its queued requests (Q)");
  static final Key<Located<String>> BLKTRACE =
      file(
          "blktrace",
          "of blktrace, version 7; that of several processors is made one by blkparse -O -d FILE");
  static final Key<Located<String>> CSV = file("csv", "of comma-separated values");

  private static final Scalar<String> COLUMN =
      new Scalar<>(
          "a column: its name in the first line, or its number from 1",
          column(),
          Scalar.Quoting.EITHER,
          text -> text);

  static final Key<String> TIME =
      optional("time", COLUMN, "when; without it all is at the begin of the replay");
  static final Key<Long> TIME_UNIT =
      optional("time-unit", Scalars.TIME, "of the times, such as 100ns; default 1us");
  static final Key<String> DEVICE =
      optional("device", COLUMN, "which device; without it there is one");
  static final Key<String> OP =
      required(
          "op", COLUMN, "what: read r, write w, discard trim d, flush f sync; or 0 and 1 for r, w");
  static final Key<String> OFFSET = required("offset", COLUMN, "where it begins");
  static final Key<Long> OFFSET_UNIT =
      optional("offset-unit", Scalars.BYTES, "of the offsets, such as 512B; default 1B");
  static final Key<String> SIZE = required("size", COLUMN, "how much");
  static final Key<Long> SIZE_UNIT =
      optional("size-unit", Scalars.BYTES, "of the sizes, such as 512B; default 1B");

  /** Which column is what. */
  public static final ObjectShape COLUMNS_SHAPE =
      new ObjectShape(
          "columns",
          "Which column of a table is what. Numbers in the table are whole.",
          List.of(TIME, TIME_UNIT, DEVICE, OP, OFFSET, OFFSET_UNIT, SIZE, SIZE_UNIT));

  static final Key<ParsedObject> COLUMNS =
      required("columns", COLUMNS_SHAPE, "which column is what, and its unit");

  private static final ListShape<Located<String>> DEVICES =
      new ListShape<>("a list of devices", Scalars.NAME.located(), 1);
  private static final Shape<List<Located<String>>> STANDING =
      Either.of(
          Either.option(Scalars.NAME.located(), List::of),
          Either.option(
              new ListShape<>("a list of devices", Scalars.NAME.located(), 0), list -> list));

  static final Key<Targets> MAP =
      required(
          "map",
          Either.of(
              Either.option(DEVICES, list -> new Targets(list, List.of())),
              Either.option(
                  new MapShape<>(
                      "a mapping of the trace's devices to devices", Scalars.TEXT, STANDING, 1),
                  entries -> new Targets(null, entries))),
          "which devices stand for each of the trace's: { /dev/sda: a, /dev/sdb: [b, c] }; or a list"
              + " for all of them. An empty list leaves a device out");
  static final Key<String> TIMING =
      optional(
          "timing",
          Scalars.matching(
              "recorded, asap or a factor such as 2x",
              "recorded|asap|" + FACTOR,
              "2x is twice as fast as recorded, 0.5x half as fast"),
          "recorded (default): each call at its time; 2x: twice as fast, 0.5x half as fast; asap:"
              + " iodepth calls under way at once, whatever their times");
  static final Key<Long> IODEPTH =
      optional(
          "iodepth",
          Scalars.count(1, Bounds.IODEPTH),
          "calls under way at once, with timing: asap alone; default 1");
  static final Key<String> BEYOND_END =
      optional(
          "beyond-end",
          Scalars.word("reaction", List.of("error", "wrap")),
          "of requests past the end of a device. error (default): a mistake; wrap: offsets count"
              + " modulo the smallest device of the list, and what would reach across its end begins"
              + " at 0");
  static final Key<List<Located<String>>> OPS =
      optional(
          "ops",
          new ListShape<>(
              "a list of operations",
              Scalars.word("operation", List.of("read", "write", "discard", "flush")).located(),
              1),
          "which requests are done, the others are left out; default: all. discard and flush are of"
              + " linux-6.1");
  static final Key<String> SHA256 =
      optional(
          "sha256",
          Scalars.matching("64 hex digits", "[0-9a-f]{64}", null),
          "of the trace's bytes: another trace is a mistake; capsules have it");

  static final VerbShape REPLAY =
      new VerbShape("replay", List.of(verb(IOLOG), verb(BLKPARSE), verb(BLKTRACE), csv()));

  private ReplayKeys() {}

  /**
   * The devices that stand for those of a trace.
   *
   * @param all for all of them, or null
   * @param byName for each
   */
  record Targets(@Nullable List<Located<String>> all, List<Entry<List<Located<String>>>> byName) {}

  /** All devices that a replay goes to. */
  public static List<Located<String>> targets(ParsedObject replay) {
    Targets targets = replay.get(MAP, new Targets(null, List.of()));
    List<Located<String>> devices = new ArrayList<>();
    if (targets.all() != null) {
      devices.addAll(targets.all());
    }
    for (Entry<List<Located<String>>> entry : targets.byName()) {
      if (entry.value() != null) {
        devices.addAll(entry.value());
      }
    }
    return devices;
  }

  private static Key<Located<String>> file(String name, String about) {
    return optional(
        name, Scalars.TEXT.located(), "a trace " + about + "; its path is relative to this file");
  }

  private static Map<String, Object> column() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", List.of("string", "integer"));
    return schema;
  }

  private static Verb verb(Key<?> file) {
    return Verb.of(
        file, MAP, TIMING, IODEPTH, BEYOND_END, OPS, CallKeys.MEMORY, CallKeys.CLIENT, SHA256);
  }

  private static Verb csv() {
    List<Key<?>> own = new ArrayList<>();
    own.add(COLUMNS);
    own.addAll(verb(CSV).own());
    return new Verb(CSV, own);
  }
}
