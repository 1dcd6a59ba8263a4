package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Guess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Names, and words of a fixed list. */
public final class Words {

  /** What a name looks like. */
  static final String NAME = "[a-z][a-z0-9-]*";

  /** The pool of a client. */
  public static final String POOL = NAME + "\\.(ios|bios)";

  /** A name that the language keeps for itself. */
  static final List<String> RESERVED = List.of("all", "host", "engine", "initial");

  /** What some readers of YAML take for something else. */
  static final List<String> BOOLEANS = List.of("on", "off", "yes", "no", "true", "false", "null");

  /** A name, or what repetitions, instances and steps make of it. */
  static final String REFERENCE =
      NAME + "(\\[[1-9][0-9]*\\])*(\\.[1-9][0-9]*)*(\\[[1-9][0-9]*\\])*";

  private Words() {}

  /** A name by the rules of the language. */
  public static String name(String text) throws InvalidScalar {
    if (!isName(text)) {
      throw new InvalidScalar(
          "not a name: '" + text + "'", "small letters, digits and '-', a letter first");
    }
    if (RESERVED.contains(text) || BOOLEANS.contains(text)) {
      throw new InvalidScalar("a reserved word as a name: '" + text + "'", "take another name");
    }
    return text;
  }

  /** Whether it matches {@link #NAME}, which every start asks; so without a regular expression. */
  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      if (!letter && (i == 0 || (c < '0' || c > '9') && c != '-')) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** A name of something that the file makes, such as {@code w}, {@code writer.2}, {@code w[3]}. */
  static String reference(String text) throws InvalidScalar {
    if (!isName(text) && !text.matches(REFERENCE)) {
      throw new InvalidScalar("not a name: '" + text + "'", "such as w, writer.2 or w[3]");
    }
    return text;
  }

  /** How some values are spelled, in their order. */
  public static <T> List<String> of(T[] values, Function<T, String> spelling) {
    List<String> words = new ArrayList<>();
    for (T value : values) {
      words.add(spelling.apply(value));
    }
    return words;
  }

  /** One of some words. */
  public static String oneOf(String text, Collection<String> known, String what)
      throws InvalidScalar {
    if (known.contains(text)) {
      return text;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String hint = known.contains(lower) ? "write " + lower : Guess.of(text, known);
    throw new InvalidScalar("unknown " + what + ": '" + text + "'", hint);
  }
}
