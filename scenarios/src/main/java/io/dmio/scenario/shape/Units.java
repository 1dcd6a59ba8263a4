package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.PlainScalars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers with units, both ways. */
public final class Units {

  /** Bytes. */
  public static final Units BYTES =
      new Units(
          "a size with its unit, such as 4KiB",
          Bounds.BYTES,
          List.of(
              new Unit("B", 1),
              new Unit("KiB", 1L << 10),
              new Unit("MiB", 1L << 20),
              new Unit("GiB", 1L << 30),
              new Unit("TiB", 1L << 40)),
          Map.of(
              "b", "B", "k", "KiB", "kb", "KiB", "kib", "KiB", "m", "MiB", "mb", "MiB", "mib",
              "MiB", "g", "GiB"));

  /** Nanoseconds. */
  public static final Units TIME =
      new Units(
          "a time with its unit, such as 80us",
          Bounds.NANOS,
          List.of(
              new Unit("ns", 1),
              new Unit("us", 1_000),
              new Unit("ms", 1_000_000),
              new Unit("s", 1_000_000_000)),
          Map.of("µs", "us", "usec", "us", "msec", "ms", "sec", "s", "nsec", "ns"));

  private final String words;
  private final long most;
  private final List<Unit> units;
  private final Map<String, String> meant;

  private Units(String words, long most, List<Unit> units, Map<String, String> meant) {
    this.words = words;
    this.most = most;
    this.units = units;
    this.meant = meant;
  }

  /** A unit and what it is worth. */
  private record Unit(String name, long worth) {}

  String words() {
    return words;
  }

  /** The regular expression of a quantity, without anchors. */
  public String pattern() {
    return "(0|[1-9][0-9]*)(" + String.join("|", names()) + ")";
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Unit unit : units) {
      names.add(unit.name());
    }
    return names;
  }

  /** Reads a quantity. */
  public long read(String text) throws InvalidScalar {
    int digits = PlainScalars.leadingDigits(text);
    String number = text.substring(0, digits);
    String name = text.substring(digits);
    if (digits == 0 || !isLetters(name)) {
      throw new InvalidScalar("expected " + words + ", found '" + text + "'", hint(text));
    }
    Unit unit = unit(name);
    if (unit == null) {
      throw new InvalidScalar("expected " + words + ", found '" + text + "'", write(number, name));
    }
    long value = Numbers.decimal(number);
    if (value > most / unit.worth()) {
      throw new InvalidScalar("too large: '" + text + "'", "the largest is " + write(most));
    }
    return value * unit.worth();
  }

  private static boolean isLetters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != 'µ') {
        return false;
      }
    }
    return true;
  }

  private @Nullable Unit unit(String name) {
    for (Unit unit : units) {
      if (unit.name().equals(name)) {
        return unit;
      }
    }
    return null;
  }

  private String write(String number, String unit) {
    if (unit.isEmpty() && this == BYTES) {
      return "write " + number + "B; units: " + String.join(" ", names());
    }
    String right = meant.get(unit.toLowerCase(Locale.ROOT));
    return right != null ? "write " + number + right : "units: " + String.join(" ", names());
  }

  private String hint(String text) {
    return text.contains(".")
        ? "whole numbers only: take a smaller unit"
        : "units: " + String.join(" ", names());
  }

  /** Writes a quantity in the largest unit that divides it. */
  public String write(long value) {
    Unit best = units.get(0);
    for (Unit unit : units) {
      if (value != 0 && value % unit.worth() == 0) {
        best = unit;
      }
    }
    return value / best.worth() + best.name();
  }

  /** Reads a quantity or {@code low-high}. */
  Range readRange(String text) throws InvalidScalar {
    int dash = text.indexOf('-');
    if (dash <= 0) {
      return Range.of(read(text));
    }
    return Numbers.ordered(read(text.substring(0, dash)), read(text.substring(dash + 1)), text);
  }
}
