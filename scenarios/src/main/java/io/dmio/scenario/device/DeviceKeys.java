package io.dmio.scenario.device;

import static io.dmio.scenario.shape.Key.later;
import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.Fraction;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.TupleShape;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import java.util.List;

/** The keys of a device. */
public final class DeviceKeys {

  static final Key<Long> SIZE = required("size", Scalars.BYTES, "its size, such as 64MiB");

  static final Key<Long> PATTERN =
      optional(
          "pattern", Scalars.count(0, Integer.MAX_VALUE), "the number of a pattern that fills it");
  static final ObjectShape CONTENT_PATTERN =
      new ObjectShape("content", "What a device holds at the start.", List.of(PATTERN));
  static final Key<Long> CONTENT =
      optional(
          "content",
          Either.of(
              Either.option(Scalars.word("content", List.of("zero")), zero -> -1L),
              Either.option(CONTENT_PATTERN, fields -> fields.get(PATTERN, -1L))),
          "what it holds before anybody writes: zero (default) or { pattern: 7 }");

  static final Key<Long> FIXED = optional("fixed", Scalars.TIME, "always the same time");
  static final Key<List<Long>> UNIFORM =
      optional(
          "uniform",
          new TupleShape("two times: [50us, 90us]", List.of(Scalars.TIME, Scalars.TIME)),
          "evenly between two times: [50us, 90us]");
  static final Key<Long> MEDIAN =
      required("median", Scalars.TIME, "half of all draws are below it");
  static final Key<Long> P99 =
      required("p99", Scalars.TIME, "99 of 100 draws are below it; not less than the median");
  static final Key<ParsedObject> LOGNORMAL =
      optional(
          "lognormal",
          new ObjectShape("lognormal", "A lognormal latency.", List.of(MEDIAN, P99)),
          "lognormal: { median: 80us, p99: 1ms }");
  static final Key<Fraction> WEIGHT =
      required("weight", Scalars.PROBABILITY, "how often this part is taken, such as 99%");
  static final Key<List<ParsedObject>> MIXTURE =
      optional(
          "mixture",
          new ListShape<>(
              "a list of parts",
              new VerbShape(
                  "mixture part",
                  List.of(
                      Verb.of(FIXED, WEIGHT),
                      Verb.of(UNIFORM, WEIGHT),
                      Verb.of(LOGNORMAL, WEIGHT))),
              1),
          "one of several, by weights that sum up to 1");
  static final VerbShape DISTRIBUTION =
      new VerbShape(
          "latency",
          List.of(
              Verb.of(FIXED),
              Verb.of(UNIFORM),
              Verb.of(LOGNORMAL),
              Verb.of(MIXTURE),
              Verb.of(later("from", "a latency from a log of fio"))));

  static final Shape<LatencyText> ONE_LATENCY =
      Either.of(
          Either.option(
              Scalars.text(
                  "a time or one of " + String.join(", ", Presets.names()),
                  Scalars.pattern(Units.TIME.pattern() + "|" + String.join("|", Presets.names())),
                  Presets::read),
              LatencyText.Word::new),
          Either.option(DISTRIBUTION, LatencyText.Distribution::new));

  static final Key<LatencyText> READ = optional("read", ONE_LATENCY, "of reads");
  static final Key<LatencyText> WRITE = optional("write", ONE_LATENCY, "of writes");
  static final Key<LatencyText> FLUSH = optional("flush", ONE_LATENCY, "of flushes");
  static final Key<LatencyText> LATENCY =
      optional(
          "latency",
          new LatencyShape(
              ONE_LATENCY,
              new ObjectShape(
                  "latency per op", "A latency for each operation.", List.of(READ, WRITE, FLUSH))),
          "how long a bio takes; default 0s: it ends inside its submission");

  static final Key<Long> QUEUE_DEPTH =
      optional(
          "queue-depth",
          Scalars.count(1, Integer.MAX_VALUE),
          "bios served at once, the others wait in order; default: no limit");
  static final Key<String> DRIVER =
      optional(
          "driver",
          Scalars.word("driver", List.of("bio", "request")),
          "who moves a bio's iterator, which decides what a failed read zeroes: bio (default) or"
              + " request");

  static final Key<Long> MAX_SECTORS =
      optional(
          "max-sectors", Scalars.count(8, Bounds.QUEUE_SECTORS), "the largest request, in sectors");
  static final Key<Long> MAX_SEGMENTS =
      optional(
          "max-segments",
          Scalars.count(1, Integer.MAX_VALUE),
          "the most pieces of memory in a request");
  static final Key<Long> LOGICAL_BLOCK =
      optional("logical-block", Scalars.BYTES, "the unit of addressing; default 512B");
  static final Key<Long> PHYSICAL_BLOCK =
      optional("physical-block", Scalars.BYTES, "the unit that the medium rewrites; default 512B");
  static final Key<Long> MAX_DISCARD =
      optional(
          "max-discard-sectors",
          Scalars.count(0, Bounds.QUEUE_SECTORS),
          "the largest discard; default 0: it cannot");
  static final Key<Long> MAX_WRITE_ZEROES =
      optional(
          "max-write-zeroes-sectors",
          Scalars.count(0, Bounds.QUEUE_SECTORS),
          "the largest write-zeroes; default 0: it cannot");
  static final Key<ParsedObject> LIMITS =
      optional(
          "limits",
          new ObjectShape(
              "device limits",
              "What a device's queue accepts.",
              List.of(
                  MAX_SECTORS,
                  MAX_SEGMENTS,
                  LOGICAL_BLOCK,
                  PHYSICAL_BLOCK,
                  MAX_DISCARD,
                  MAX_WRITE_ZEROES)),
          "what its queue accepts; default: everything");

  static final Key<String> HOLD =
      optional(
          "hold",
          Scalars.word("hold", List.of("fifo", "lifo")),
          "it keeps all bios until an event releases them, the oldest or the newest first");

  static final Key<String> CACHE_MODE =
      required(
          "mode",
          Scalars.word("cache mode", List.of("none", "write-through", "write-back")),
          "none and write-through: a write that has ended is durable; write-back: it is durable"
              + " after a flush");
  static final Key<Long> CACHE_SIZE =
      optional(
          "size",
          Scalars.BYTES,
          "write-back: beyond so many bytes the oldest become durable; default: no limit");
  static final Key<Boolean> FUA =
      optional(
          "fua",
          Scalars.FLAG,
          "write-back: whether it can make a single write durable; default true, else it flushes"
              + " after the write");
  static final Key<ParsedObject> CACHE =
      optional(
          "cache",
          new ObjectShape("cache", "A disk's cache.", List.of(CACHE_MODE, CACHE_SIZE, FUA)),
          "what it holds of writes that are not durable yet; default: nothing");
  static final Key<Long> ATOMIC_WRITE_UNIT =
      optional(
          "atomic-write-unit",
          Scalars.BYTES,
          "the aligned unit that a power cut leaves old or new and never torn; default: the logical"
              + " block");

  public static final Key<List<TableLine>> TABLE =
      required(
          "table",
          new ListShape<>("a list of the lines of a table", new TableLineShape(), 1),
          "the lines of its table, as dmsetup has them");

  static final ObjectShape DISK =
      new ObjectShape(
          "device",
          "A simulated disk.",
          List.of(
              SIZE,
              CONTENT,
              LATENCY,
              QUEUE_DEPTH,
              DRIVER,
              LIMITS,
              HOLD,
              CACHE,
              ATOMIC_WRITE_UNIT,
              later("timeout", "the host ends a bio after it")));

  public static final DeviceShape DEVICE =
      new DeviceShape(
          DISK,
          new ObjectShape(
              "stacked device",
              "A device of the device mapper, which stands on others: disks or stacked devices.",
              List.of(TABLE)));

  private DeviceKeys() {}
}
