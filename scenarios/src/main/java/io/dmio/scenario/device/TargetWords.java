package io.dmio.scenario.device;

import io.dmio.mapper.TargetKind;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.Numbers;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one target, word by word. A {@link InvalidScalar} is about the word read last.
 */
final class TargetWords {

  private static final String NUMBERS = "[0-9]+:[0-9]+";
  private static final List<String> PREFIXES = List.of("/dev/mapper/", "/dev/");

  private final Mistakes mistakes;
  private final Devices devices;
  private final TargetKind kind;
  private final @Nullable Located<Long> count;
  private final List<Located<String>> words;

  /** Sectors that each place below must have; -1: not known. */
  private long needed;

  private Position at;
  private int next;
  private boolean good = true;

  /** Stands before the first argument of a line whose target is known. */
  TargetWords(
      Mistakes mistakes, Devices devices, Position target, TargetKind kind, TableLine line) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.kind = kind;
    at = target;
    count = line.count();
    needed = count == null ? -1 : count.value();
    words = line.arguments();
  }

  /** Whether nothing was wrong that did not stop the reading. */
  boolean areGood() {
    return good;
  }

  /** How many words are left. */
  int left() {
    return words.size() - next;
  }

  /** Refuses what is too little. */
  void demand(int many, String what) throws InvalidScalar {
    if (left() < many) {
      throw new InvalidScalar(kind.text() + " needs " + what + ", found " + found(left()), usage());
    }
  }

  /** Refuses what is too much. */
  void end() throws InvalidScalar {
    if (left() > 0) {
      String word = next("");
      throw new InvalidScalar(
          kind.arguments().isEmpty()
              ? kind.text() + " has no arguments, found '" + word + "'"
              : kind.text() + " has no argument '" + word + "' here",
          usage());
    }
  }

  /** The next word. */
  String next(String what) throws InvalidScalar {
    if (left() == 0) {
      throw new InvalidScalar(kind.text() + " needs more words, missing: " + what, usage());
    }
    at = words.get(next).at();
    return words.get(next++).value();
  }

  /** A number within bounds. */
  long number(String what, long least, long most) throws InvalidScalar {
    String word = next(what);
    try {
      return Numbers.between(word, least, most);
    } catch (InvalidScalar e) {
      throw new InvalidScalar(what + ": " + e.message(), e.suggestion());
    }
  }

  /** What is wrong with the word read last. */
  InvalidScalar wrong(String message, @Nullable String hint) {
    return new InvalidScalar(message, hint);
  }

  /** The line's sectors go to so many places evenly, in chunks of so many sectors. */
  void divide(long places, long chunk) throws InvalidScalar {
    if (count == null) {
      return;
    }
    if (count.value() % places != 0 || count.value() / places % chunk != 0) {
      at = count.at();
      long whole = Math.max(1, count.value() / (places * chunk)) * places * chunk;
      throw new InvalidScalar(
          count.value()
              + " sectors are not the same whole chunks on each of "
              + places
              + " devices",
          "write a multiple of " + places * chunk + ", such as " + whole);
    }
    needed = count.value() / places;
  }

  /** A device and an offset. */
  Lower lower() throws InvalidScalar {
    String word = next("a device");
    Position deviceAt = at;
    Devices.Device device = device(word, deviceAt);
    long offset = number("the offset", 0, Bounds.DEVICE_SECTORS);
    if (device == null) {
      good = false;
      return new Lower(0, offset);
    }
    if (needed >= 0 && offset > device.sectors() - needed) {
      good = false;
      mistakes.report(
          at,
          "past the end of '" + device.name() + "', which has " + device.sectors() + " sectors",
          device.sectors() < needed
              ? "the line needs " + needed + " of them"
              : "the offset is at most " + (device.sectors() - needed) + " here");
    }
    return new Lower(device.number(), offset);
  }

  private Devices.@Nullable Device device(String word, Position where) {
    if (word.matches(NUMBERS)) {
      mistakes.report(
          where,
          "a device by its numbers, which dmio does not have: '" + word + "'",
          "write the name of the device");
      return null;
    }
    for (String prefix : PREFIXES) {
      if (word.startsWith(prefix)) {
        return devices.find(word.substring(prefix.length()), where);
      }
    }
    return devices.find(word, where);
  }

  /** Reports what has stopped the reading. */
  void report(InvalidScalar invalid) {
    mistakes.report(at, invalid.message(), invalid.suggestion());
  }

  private static String found(int words) {
    return words == 1 ? "1 word" : words + " words";
  }

  private String usage() {
    return "write START LENGTH " + (kind.text() + " " + kind.arguments()).strip();
  }
}
