package io.dmio.scenario.step;

import static io.dmio.scenario.shape.Key.optional;

import io.dmio.block.Errno;
import io.dmio.block.RequestFlag;
import io.dmio.engine.Refusal;
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
import io.dmio.scenario.shape.Scalar;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.TupleShape;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import io.dmio.scenario.shape.WithPosition;
import io.dmio.scenario.shape.Words;
import io.dmio.workload.Quantity;
import java.util.List;
import java.util.Locale;

/** The keys of a call of dm-io. */
public final class CallKeys {

  private static final Scalar<Long> PAGE_BYTES = Scalars.BYTES;

  /** A number, a range, or a least number. */
  static final Key<Long> AT_LEAST =
      Key.required("at-least", Scalars.count(0, Bounds.COUNT), "this many or more");

  public static final Shape<Quantity> AMOUNT =
      Either.of(
          Either.option(
              Scalars.countRange(0, Bounds.COUNT),
              range -> new Quantity(range.low(), range.high())),
          Either.option(
              new ObjectShape("amount", "A least number.", List.of(AT_LEAST)),
              fields -> new Quantity(fields.get(AT_LEAST, 0L), Long.MAX_VALUE)));

  public static final Key<Located<String>> ID =
      optional("id", Scalars.NAME.located(), "its name; default: task.step, counted from 1");
  static final Key<String> MODE =
      optional(
          "mode",
          Scalars.word("mode", List.of("sync", "async")),
          "sync: the step ends when all is done; async: when the call has returned");

  static final Key<Long> PAGE_OFFSET =
      optional("page-offset", PAGE_BYTES, "bytes of the first page before the buffer; default 0B");
  static final Key<Long> RUN =
      optional(
          "run",
          Scalars.count(1, Bounds.BUFFER_PAGES),
          "how many pages in a row are physically contiguous; default 1");
  static final Key<ParsedObject> PAGE_LIST =
      optional("page-list", layout("page-list"), "a list of pages");
  static final Key<ParsedObject> VM = optional("vm", layout("vm"), "virtually contiguous memory");
  static final Key<List<Located<List<Long>>>> BVEC =
      optional(
          "bvec",
          new ListShape<>(
              "a list of vectors: [page, offset, length]",
              new WithPosition<>(
                  new TupleShape(
                      "a vector: [page, offset, length], such as [0, 0B, 512B]",
                      List.of(Scalars.count(0, Bounds.BUFFER_PAGES), PAGE_BYTES, PAGE_BYTES))),
              1),
          "an array of vectors: page, offset, length");
  static final Key<Long> ADVANCE =
      optional("advance", PAGE_BYTES, "bytes that were consumed before; default 0B");
  static final Key<ParsedObject> KMEM =
      optional(
          "kmem",
          new ObjectShape("kmem", "Physically contiguous memory.", List.of(PAGE_OFFSET)),
          "linux-6.1: kernel memory, physically contiguous altogether");
  static final VerbShape MEMORY_LAYOUT =
      new VerbShape(
          "memory layout",
          List.of(Verb.of(PAGE_LIST), Verb.of(VM), Verb.of(BVEC, ADVANCE), Verb.of(KMEM)));
  static final Key<MemoryText> MEMORY =
      optional(
          "memory",
          Either.of(
              Either.option(
                  Scalars.word("memory", List.of("page-list", "bvec", "vm", "kmem")),
                  word -> new MemoryText(word, null)),
              Either.option(MEMORY_LAYOUT, fields -> new MemoryText("", fields))),
          "the buffer: page-list (default), bvec, vm, in linux-6.1 kmem, or one of them with its layout");

  static final Key<Long> DATA_PATTERN =
      optional("pattern", Scalars.count(0, Integer.MAX_VALUE), "a numbered pattern");
  static final Key<Located<String>> DATA_READ =
      optional("read", Scalars.REFERENCE.located(), "what an earlier read has read");
  static final Key<ParsedObject> DATA =
      optional(
          "data",
          new VerbShape("data", List.of(Verb.of(DATA_PATTERN), Verb.of(DATA_READ))),
          "what the buffer of a write holds; default: a pattern of its own");

  static final Key<List<Located<String>>> FLAGS =
      optional(
          "flags",
          new ListShape<>(
              "a list of flags",
              Scalars.word("flag", Words.of(RequestFlag.values(), CallKeys::nameOf)).located(),
              0),
          "flags of the request; classic has sync alone: its bios unplug the queue");
  static final Key<Long> IOPRIO =
      optional(
          "ioprio",
          Scalars.count(0, 0xffff),
          "linux-6.1: the priority of its bios; default 0: none");
  static final Key<Located<String>> CLIENT =
      optional(
          "client",
          Scalars.NAME.located(),
          "linux-6.1: the client whose pools serve it; default: main, or the first by name");
  static final Key<Boolean> PAST_END =
      optional(
          "past-end",
          Scalars.FLAG,
          "true: a region may lie past its device's end, and the call fails as it would");

  static final Key<String> RETURN =
      optional(
          "return",
          Scalars.word("return", Words.of(Errno.values(), Errno::name)),
          "what it returns, such as OK or EIO");
  static final Key<List<Located<Long>>> FAILED =
      optional(
          "failed",
          new ListShape<>("a list of region numbers", Scalars.count(0, 63).located(), 0),
          "the regions whose bits are set, and no others; counted from 0");
  static final Key<String> ERROR_BITS =
      optional(
          "error-bits",
          Scalars.matching(
              "error bits, such as \"0b100\"", "0b[01]{1,64}", "region 0 is the rightmost digit"),
          "the same as a binary number in quotes: \"0b100\"");
  static final Key<String> REFUSED =
      optional(
          "refused",
          Scalars.word("rule", Words.of(Refusal.values(), Refusal::text)),
          "the rule by which it is refused");
  static final Key<List<Entry<Quantity>>> BIOS =
      optional(
          "bios",
          new MapShape<>("a mapping of devices to numbers", Scalars.NAME, AMOUNT, 1),
          "how many bios go to which device");
  static final Key<ParsedObject> EXPECT =
      optional(
          "expect",
          new ObjectShape(
              "expect of a call",
              "What a step expects of its call.",
              List.of(RETURN, FAILED, ERROR_BITS, REFUSED, BIOS)),
          "judged when the call has ended");
  static final Key<ParsedObject> BIO_EXPECT =
      optional(
          "expect",
          new ObjectShape(
              "expect of a bio", "What a step expects of its bio.", List.of(RETURN, FAILED)),
          "judged when the bio has ended; a bio that failed is one whose region 0 failed");
  static final Key<ParsedObject> POOL_EXPECT =
      optional(
          "expect",
          new ObjectShape(
              "expect of get and put",
              "What a step expects of dm_io_get or dm_io_put.",
              List.of(RETURN, REFUSED)),
          "judged when it has returned");
  public static final Key<List<ParsedObject>> THEN =
      optional(
          "then",
          new Lazy<>(() -> StepKeys.STEPS, "a list of steps"),
          "steps that run inside the callback of an async call");

  private CallKeys() {}

  public static String nameOf(RequestFlag flag) {
    return flag.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectShape layout(String name) {
    return new ObjectShape(name, "How a buffer lies in memory.", List.of(PAGE_OFFSET, RUN));
  }
}
