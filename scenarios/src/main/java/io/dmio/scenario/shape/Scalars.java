package io.dmio.scenario.shape;

import io.dmio.scenario.shape.Scalar.Quoting;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words and numbers of the language. */
public final class Scalars {

  /** Bytes. */
  public static final Scalar<Long> BYTES = quantity(Units.BYTES);

  /** Nanoseconds. */
  public static final Scalar<Long> TIME = quantity(Units.TIME);

  /** Bytes that the seed may draw. */
  public static final Scalar<Range> BYTES_RANGE = quantityRange(Units.BYTES);

  /** Nanoseconds that the seed may draw. */
  public static final Scalar<Range> TIME_RANGE = quantityRange(Units.TIME);

  /** A name that the file gives. */
  public static final Scalar<String> NAME = text("a name", nameSchema(), Words::name);

  /** A name that the file gives elsewhere. */
  public static final Scalar<String> REFERENCE =
      text("a name", pattern(Words.REFERENCE), Words::reference);

  /** Any text. */
  public static final Scalar<String> TEXT = text("a text", typed("string"), text -> text);

  /** 64 bits. */
  public static final Scalar<Long> SEED =
      new Scalar<>("a seed", numeric(0, "18446744073709551615"), Quoting.PLAIN, Numbers::seed);

  /** A probability. */
  public static final Scalar<Fraction> PROBABILITY =
      new Scalar<>(
          "a probability, such as 1%, 1/1000 or 0.001",
          anyOf(bounded("number", 0, 1), pattern("(0|[1-9][0-9]*)((\\.[0-9]+)?%|/[1-9][0-9]*)")),
          Quoting.EITHER,
          Numbers::probability);

  /** A place. */
  public static final Scalar<PlaceText> PLACE =
      text(
          "a place, such as b, b@2051, b@2048-2055 or b@2048+8",
          pattern(Words.NAME + "(@[0-9]+([-+][0-9]+)?)?"),
          PlaceText::read);

  /** A region. */
  public static final Scalar<PlaceText> REGION =
      text(
          "a region, such as b@2048+8",
          pattern(Words.NAME + "@[0-9]+\\+[0-9]+"),
          PlaceText::readRegion);

  /** A bio of a call. */
  public static final Scalar<String> AT_BIO =
      matching(
          "a bio of a call, such as w:c.0",
          Words.REFERENCE + ":" + Words.NAME + "\\.(0|[1-9][0-9]{0,8})",
          "write CALL:DEVICE.NUMBER, such as w:c.0");

  /** The pool of a client; classic has one client, of the name engine. */
  public static final Scalar<String> POOL =
      matching(
          "a pool, such as engine.ios or main.bios",
          Words.POOL,
          "write CLIENT.ios or CLIENT.bios; the client of classic is engine");

  /** True or false. */
  public static final Scalar<Boolean> FLAG =
      new Scalar<>("true or false", typed("boolean"), Quoting.PLAIN, Scalars::flag);

  private Scalars() {}

  /** A whole number within bounds. */
  public static Scalar<Long> count(long least, long most) {
    return new Scalar<>(
        "a whole number from " + least + " to " + most,
        numeric(least, Long.toString(most)),
        Quoting.PLAIN,
        text -> Numbers.between(text, least, most));
  }

  /** A whole number within bounds, or a range of such. */
  public static Scalar<Range> countRange(long least, long most) {
    return new Scalar<>(
        "a number or a range, such as 2 or 1-3, from " + least + " to " + most,
        anyOf(numeric(least, Long.toString(most)), pattern("[0-9]+-[0-9]+")),
        Quoting.EITHER,
        text -> Numbers.range(text, least, most));
  }

  /** One word of a list; a word that the language has and dmio has not yet is told apart. */
  public static Scalar<String> word(String what, List<String> known, List<String> later) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("enum", known);
    return text(
        "one of " + String.join(", ", known),
        schema,
        text -> {
          if (later.contains(text)) {
            throw new InvalidScalar(
                "not yet: " + what + " '" + text + "'", "this dmio cannot do it");
          }
          return Words.oneOf(text, known, what);
        });
  }

  public static Scalar<String> word(String what, List<String> known) {
    return word(what, known, List.of());
  }

  /** A text that matches a pattern, which stands in the message. */
  public static Scalar<String> matching(String words, String regex, @Nullable String hint) {
    return text(
        words,
        pattern(regex),
        text -> {
          if (!text.matches(regex)) {
            throw new InvalidScalar("expected " + words + ", found '" + text + "'", hint);
          }
          return text;
        });
  }

  public static <T> Scalar<T> text(
      String words, Map<String, Object> schema, Scalar.Reading<T> reading) {
    return new Scalar<>(words, schema, Quoting.TEXT, reading);
  }

  private static boolean flag(String text) throws InvalidScalar {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidScalar(
              "expected true or false, found '" + text + "'", "write true or false");
    };
  }

  private static Scalar<Long> quantity(Units units) {
    return text(units.words(), pattern(units.pattern()), units::read);
  }

  private static Scalar<Range> quantityRange(Units units) {
    String words = units.words() + ", or a range of such";
    String regex = units.pattern() + "(-" + units.pattern() + ")?";
    return text(words, pattern(regex), units::readRange);
  }

  private static Map<String, Object> nameSchema() {
    List<String> refused = new ArrayList<>(Words.RESERVED);
    refused.addAll(Words.BOOLEANS);
    Map<String, Object> schema = pattern(Words.NAME);
    schema.put("not", Map.of("enum", refused));
    return schema;
  }

  public static Map<String, Object> pattern(String regex) {
    Map<String, Object> schema = typed("string");
    schema.put("pattern", "^(" + regex + ")$");
    return schema;
  }

  static Map<String, Object> typed(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }

  private static Map<String, Object> anyOf(Map<String, Object> first, Map<String, Object> second) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(first, second));
    return schema;
  }

  private static Map<String, Object> numeric(long least, String most) {
    Map<String, Object> schema = typed("integer");
    schema.put("minimum", least);
    schema.put("maximum", new BigInteger(most));
    return schema;
  }

  private static Map<String, Object> bounded(String type, long least, long most) {
    Map<String, Object> schema = typed(type);
    schema.put("minimum", least);
    schema.put("maximum", most);
    return schema;
  }
}
