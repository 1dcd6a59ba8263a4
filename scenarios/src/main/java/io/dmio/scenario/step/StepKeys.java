package io.dmio.scenario.step;

import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Lazy;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.shape.Range;
import io.dmio.scenario.shape.Scalar;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import io.dmio.scenario.shape.Words;
import io.dmio.workload.LoadSpec;
import java.util.List;

/** The verbs of steps. */
public final class StepKeys {

  private static final Scalar<Long> PAGES = Scalars.count(0, Bounds.PAGES);

  private static final Shape<List<Located<PlaceText>>> REGIONS =
      Either.of(
          Either.option(Scalars.REGION.located(), List::of),
          Either.option(
              new ListShape<>("a list of regions", Scalars.REGION.located(), 0), list -> list));

  static final Key<Long> GET =
      optional("get", PAGES, "dm_io_get: for how many pages; without effect in linux-6.1");
  static final Key<Long> PUT =
      optional("put", PAGES, "dm_io_put: for how many pages; without effect in linux-6.1");
  public static final Key<List<Located<PlaceText>>> READ =
      optional("read", REGIONS, "reads a region (of several the engine refuses)");
  public static final Key<List<Located<PlaceText>>> WRITE =
      optional("write", REGIONS, "writes the same buffer to each region");
  public static final Key<List<Located<PlaceText>>> DISCARD =
      optional("discard", REGIONS, "linux-6.1: the sectors of each region are no longer needed");
  public static final Key<List<Located<PlaceText>>> WRITE_ZEROES =
      optional("write-zeroes", REGIONS, "linux-6.1: the sectors of each region become zeroes");
  public static final Key<List<Located<String>>> FLUSH =
      optional(
          "flush",
          Either.of(
              Either.option(Scalars.NAME.located(), List::of),
              Either.option(
                  new ListShape<>("a list of devices", Scalars.NAME.located(), 0), list -> list)),
          "linux-6.1: flushes the caches of devices: a write of no sectors with the flag preflush");
  public static final Key<Located<PlaceText>> BIO =
      optional(
          "bio",
          Scalars.REGION.located(),
          "one bio to a device, past dm-io: no pool, no splitting, and nothing is zeroed if a read"
              + " fails");
  public static final Key<Located<String>> OP =
      required(
          "op",
          Scalars.word("operation", List.of("read", "write", "discard", "write-zeroes")).located(),
          "what it does; the last two are of linux-6.1");
  static final Key<String> WAIT =
      optional(
          "wait",
          Scalars.REFERENCE,
          "for an id, a mark, a task (all its instances), or all: the calls of this task so far");
  public static final Key<String> MARK =
      optional("mark", Scalars.NAME, "reaches a mark that others can wait for");
  static final Key<Range> SLEEP = optional("sleep", Scalars.TIME_RANGE, "how long");

  static final Key<Range> TIMES =
      required("times", Scalars.countRange(1, Integer.MAX_VALUE), "how often");
  public static final Key<List<ParsedObject>> REPEAT_STEPS =
      required("steps", new Lazy<>(() -> StepKeys.STEPS, "a list of steps"), "what");
  public static final Key<ParsedObject> REPEAT =
      optional(
          "repeat",
          new ObjectShape("repeat", "Repeats steps.", List.of(TIMES, REPEAT_STEPS)),
          "repeats steps: { times: 10, steps: [...] }; what they make is numbered w[3]");

  public static final Key<Located<PlaceText>> VERIFY =
      optional("verify", Scalars.REGION.located(), "reads a region and compares it");
  static final Key<List<Located<String>>> HOLDS =
      required(
          "holds",
          new ListShape<>("a list of ids of writes", Scalars.REFERENCE.located(), 1),
          "ids of writes, or initial; each sector must hold what one of them wrote");

  static final Key<String> CLASS =
      required(
          "class",
          Scalars.matching(
              "the name of a class",
              "[A-Za-z_$][A-Za-z0-9_$]*(\\.[A-Za-z_$][A-Za-z0-9_$]*)*",
              "such as com.acme.Wal"),
          "the class of the task, such as com.acme.Wal");
  static final Key<List<Located<String>>> CLASS_PATH =
      optional(
          "class-path",
          new ListShape<>("a list of paths", Scalars.TEXT.located(), 0),
          "where the class is found, relative to this file");
  static final Key<List<Entry<String>>> WITH =
      optional(
          "with",
          new MapShape<>("a mapping of texts", Scalars.TEXT, Scalars.TEXT, 0),
          "texts for the task's constructor");
  static final Key<ParsedObject> JAVA =
      optional(
          "java",
          new ObjectShape("java", "The user's own task.", List.of(CLASS, CLASS_PATH, WITH)),
          "the user's own task: { class: com.acme.Wal, class-path: [target/classes] }");

  static final Key<String> RW =
      required(
          "rw",
          Scalars.word("pattern", Words.of(LoadSpec.Pattern.values(), LoadSpec.Pattern::text)),
          "what is done where: read write randread randwrite rw randrw");
  static final Key<Long> BS = optional("bs", Scalars.BYTES, "bytes of a call; default 4KiB");
  static final Key<Range> BSRANGE =
      optional("bsrange", Scalars.BYTES_RANGE, "bytes of a call, drawn: 4KiB-64KiB");
  static final Key<Long> IODEPTH =
      optional("iodepth", Scalars.count(1, Bounds.IODEPTH), "calls under way at once; default 1");
  static final Key<Long> NUMBER_IOS =
      optional("number_ios", Scalars.count(1, Bounds.COUNT), "how many calls");
  static final Key<Long> RUNTIME =
      optional("runtime", Scalars.TIME, "no call begins later than this after the load's begin");
  static final Key<Long> OFFSET =
      optional("offset", Scalars.BYTES, "where the range begins; default 0B");
  static final Key<Long> SIZE =
      optional("size", Scalars.BYTES, "of the range; default: to the end of the smallest device");
  static final Key<Long> RWMIXREAD =
      optional("rwmixread", Scalars.count(0, 100), "percent of reads of rw and randrw; default 50");
  static final Key<Long> RANDSEED =
      optional("randseed", Scalars.SEED, "loads of equal randseed draw the same numbers");
  static final Key<Long> THINKTIME =
      optional("thinktime", Scalars.TIME, "pause after each completed call; default 0s");
  static final Key<Boolean> LOAD_VERIFY =
      optional("verify", Scalars.FLAG, "true: what was written is read back and compared");
  public static final Key<List<Located<String>>> DEVICES =
      required(
          "devices",
          new ListShape<>("a list of devices", Scalars.NAME.located(), 1),
          "the devices, such as [a, b]");
  static final Key<Range> COPIES =
      optional(
          "copies",
          Scalars.countRange(1, 64),
          "regions of a write, each on another device, such as 1-3; default 1");
  static final Key<String> ON_ERROR =
      optional(
          "on-error",
          Scalars.word("reaction", List.of("stop", "continue")),
          "stop: the first failed call ends the load; default continue");
  static final Key<String> LOAD_MODE =
      optional(
          "mode",
          Scalars.word("mode", List.of("sync", "async")),
          "how its calls are made; default async");
  static final Key<Long> FSYNC =
      optional(
          "fsync",
          Scalars.count(0, Bounds.COUNT),
          "linux-6.1: after so many writes its devices are flushed; default 0: never");
  public static final Key<ParsedObject> LOAD =
      optional(
          "load",
          new ObjectShape(
              "load",
              "A load in fio's words.",
              List.of(
                  RW,
                  BS,
                  BSRANGE,
                  IODEPTH,
                  NUMBER_IOS,
                  RUNTIME,
                  OFFSET,
                  SIZE,
                  RWMIXREAD,
                  RANDSEED,
                  THINKTIME,
                  LOAD_VERIFY,
                  DEVICES,
                  COPIES,
                  CallKeys.MEMORY,
                  LOAD_MODE,
                  ON_ERROR,
                  CallKeys.CLIENT,
                  FSYNC)),
          "a load in fio's words");

  public static final Key<ParsedObject> REPLAY =
      optional("replay", ReplayKeys.REPLAY, "a recorded trace, done again by async calls");

  public static final Shape<List<ParsedObject>> STEPS =
      new ListShape<>("a list of steps", new VerbShape("step", verbs()), 1);

  private StepKeys() {}

  private static List<Verb> verbs() {
    return List.of(
        Verb.of(GET, CallKeys.POOL_EXPECT),
        Verb.of(PUT, CallKeys.POOL_EXPECT),
        callVerb(READ),
        callVerb(WRITE),
        dataless(DISCARD),
        dataless(WRITE_ZEROES),
        Verb.of(
            FLUSH,
            CallKeys.ID,
            CallKeys.MODE,
            CallKeys.FLAGS,
            CallKeys.IOPRIO,
            CallKeys.CLIENT,
            CallKeys.EXPECT,
            CallKeys.THEN),
        Verb.of(
            BIO,
            OP,
            CallKeys.ID,
            CallKeys.MODE,
            CallKeys.MEMORY,
            CallKeys.DATA,
            CallKeys.FLAGS,
            CallKeys.IOPRIO,
            CallKeys.PAST_END,
            CallKeys.BIO_EXPECT,
            CallKeys.THEN),
        Verb.of(WAIT),
        Verb.of(MARK),
        Verb.of(SLEEP),
        Verb.of(REPEAT),
        Verb.of(VERIFY, CallKeys.ID, HOLDS),
        Verb.of(LOAD, CallKeys.ID),
        Verb.of(REPLAY, CallKeys.ID),
        Verb.of(JAVA, CallKeys.ID));
  }

  private static Verb callVerb(Key<?> key) {
    return Verb.of(
        key,
        CallKeys.ID,
        CallKeys.MODE,
        CallKeys.MEMORY,
        CallKeys.DATA,
        CallKeys.FLAGS,
        CallKeys.IOPRIO,
        CallKeys.CLIENT,
        CallKeys.PAST_END,
        CallKeys.EXPECT,
        CallKeys.THEN);
  }

  private static Verb dataless(Key<?> key) {
    return Verb.of(
        key,
        CallKeys.ID,
        CallKeys.MODE,
        CallKeys.FLAGS,
        CallKeys.IOPRIO,
        CallKeys.CLIENT,
        CallKeys.PAST_END,
        CallKeys.EXPECT,
        CallKeys.THEN);
  }
}
