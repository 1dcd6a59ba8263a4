package io.dmio.scenario.fault;

import static io.dmio.scenario.shape.Key.optional;

import io.dmio.block.BlockStatus;
import io.dmio.fault.Ending;
import io.dmio.fault.FaultOp;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.Fraction;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.shape.Words;
import java.util.List;
import java.util.Locale;

/** The keys of a fault rule. */
public final class FaultKeys {

  /** One place or several. */
  static final Shape<List<Located<PlaceText>>> PLACES =
      Either.of(
          Either.option(Scalars.PLACE.located(), List::of),
          Either.option(
              new ListShape<>("a list of places", Scalars.PLACE.located(), 1), list -> list));

  static final Key<List<Located<PlaceText>>> MEDIA_ERROR =
      optional("media-error", PLACES, "bios that touch the place fail, and nothing is transferred");
  static final Key<String> ALLOCATION_FAILURE =
      optional(
          "allocation-failure",
          Scalars.POOL,
          "the allocator under a pool has no memory: engine.ios or engine.bios in classic, main.ios or"
              + " main.bios of the client main in linux-6.1");

  static final Key<List<Located<String>>> OPS =
      optional(
          "ops",
          new ListShape<>(
              "a list of operations", Scalars.word("operation", opNames()).located(), 1),
          "what it hits; default: [read, write], or what the kind of silent fault can hit");
  static final Key<Long> AT =
      optional("at", Scalars.TIME, "once, at the first match from this virtual time on");
  static final Key<Long> FROM = optional("from", Scalars.TIME, "not before this virtual time");
  static final Key<Long> UNTIL = optional("until", Scalars.TIME, "only before this virtual time");
  static final Key<Long> NTH =
      optional(
          "nth",
          Scalars.count(1, Bounds.COUNT),
          "only the nth match, counted from 1; implies times: 1");
  static final Key<Long> EVERY =
      optional("every", Scalars.count(1, Bounds.COUNT), "only every such match");
  static final Key<Fraction> PROBABILITY =
      optional("probability", Scalars.PROBABILITY, "drawn when the rest holds, such as 1%");
  static final Key<String> PER =
      optional(
          "per",
          Scalars.word("unit of probability", List.of("bio", "sector")),
          "what probability is drawn for: bio (default) or sector");
  static final Key<String> AFTER =
      optional("after", Scalars.REFERENCE, "only after this id, mark or rule");
  static final Key<Long> DELAY = optional("delay", Scalars.TIME, "how long after it; default 0s");
  static final Key<String> AT_BIO =
      optional("at-bio", Scalars.AT_BIO, "only this bio, such as w:c.0: of call w, the first to c");
  static final Key<Long> TIMES =
      optional("times", Scalars.count(1, Bounds.COUNT), "how many onsets at most");
  static final Key<Ending> ENDS =
      optional(
          "ends",
          Scalars.text(
              "at-once, never, on-write or a time",
              Scalars.pattern("at-once|never|on-write|" + Units.TIME.pattern()),
              FaultKeys::ending),
          "when an onset is over: at-once (a retry succeeds), never, on-write (a rewrite heals) or a"
              + " time; default: never for media-error, else at-once");
  static final Key<String> STATUS =
      optional(
          "status",
          Scalars.word("status", statusNames()),
          "how the bios end; default: MEDIUM for media-error");
  static final Key<String> GROUP =
      optional("group", Scalars.NAME, "rules of one group set in together");
  public static final Key<Located<String>> ID =
      optional("id", Scalars.NAME.located(), "names the rule in results");
  public static final Key<String> REASON =
      optional("reason", Scalars.TEXT, "a text for the report");

  private FaultKeys() {}

  static String nameOf(FaultOp op) {
    return op.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> opNames() {
    return Words.of(FaultOp.values(), FaultKeys::nameOf);
  }

  private static List<String> statusNames() {
    List<String> names = Words.of(BlockStatus.values(), BlockStatus::name);
    names.remove(BlockStatus.OK.name());
    return names;
  }

  private static Ending ending(String text) throws InvalidScalar {
    if (Character.isDigit(text.charAt(0))) {
      return Ending.after(Units.TIME.read(text));
    }
    return switch (Words.oneOf(text, List.of("at-once", "never", "on-write"), "ending")) {
      case "at-once" -> Ending.AT_ONCE;
      case "never" -> Ending.NEVER;
      default -> Ending.ON_WRITE;
    };
  }
}
