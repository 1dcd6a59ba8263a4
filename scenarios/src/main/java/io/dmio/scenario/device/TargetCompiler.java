package io.dmio.scenario.device;

import io.dmio.block.Sectors;
import io.dmio.mapper.TargetKind;
import io.dmio.mapper.TargetSpec;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes targets of the words of table lines. */
final class TargetCompiler {

  private static final List<String> LATER =
      List.of("mirror", "snapshot", "snapshot-origin", "snapshot-merge", "log-writes", "integrity");
  private static final long MOST_LEGS = 1024;
  private static final long MOST_BLOCK = 1 << 30;
  private static final long UNSIGNED = 0xffff_ffffL;
  private static final long MILLISECOND = 1_000_000;
  private static final int LANE_WORDS = 3;

  private final Mistakes mistakes;
  private final Devices devices;

  TargetCompiler(Mistakes mistakes, Devices devices) {
    this.mistakes = mistakes;
    this.devices = devices;
  }

  /** What a line says, or null after mistakes were reported. */
  @Nullable TargetSpec compile(TableLine line) {
    Located<String> word = line.target();
    TargetKind kind = word == null ? null : kind(word);
    if (word == null || kind == null) {
      return null;
    }
    TargetWords words = new TargetWords(mistakes, devices, word.at(), kind, line);
    try {
      TargetSpec target = read(kind, words);
      words.end();
      return words.areGood() ? target : null;
    } catch (InvalidScalar e) {
      words.report(e);
      return null;
    }
  }

  private @Nullable TargetKind kind(Located<String> word) {
    for (TargetKind kind : TargetKind.values()) {
      if (kind.text().equals(word.value())) {
        return kind;
      }
    }
    if (LATER.contains(word.value())) {
      mistakes.report(
          word.at(), "not yet: target '" + word.value() + "'", "this dmio cannot do it");
    } else {
      List<String> known = Arrays.stream(TargetKind.values()).map(TargetKind::text).toList();
      mistakes.report(
          word.at(), "unknown target: '" + word.value() + "'", Guess.of(word.value(), known));
    }
    return null;
  }

  private static TargetSpec read(TargetKind kind, TargetWords words) throws InvalidScalar {
    return switch (kind) {
      case LINEAR -> new TargetSpec.Linear(words.lower());
      case STRIPED -> striped(words);
      case ERROR -> new TargetSpec.Failing();
      case ZERO -> new TargetSpec.Zero();
      case DELAY -> delay(words);
      case FLAKEY -> flakey(words);
      case DUST -> dust(words);
    };
  }

  private static TargetSpec striped(TargetWords words) throws InvalidScalar {
    long legs = words.number("the number of devices", 1, MOST_LEGS);
    long chunk = words.number("the sectors of a chunk", 1, UNSIGNED);
    words.demand(2 * Math.toIntExact(legs), "a device and an offset for each of " + legs);
    words.divide(legs, chunk);
    List<Lower> lower = new ArrayList<>();
    for (int leg = 0; leg < legs; leg++) {
      lower.add(words.lower());
    }
    return new TargetSpec.Striped(chunk, lower);
  }

  private static TargetSpec delay(TargetWords words) throws InvalidScalar {
    int left = words.left();
    if (left % LANE_WORDS != 0 || left == 0 || left > 3 * LANE_WORDS) {
      throw new InvalidScalar(
          "delay has 3, 6 or 9 arguments, found " + left, "write " + TargetKind.DELAY.arguments());
    }
    TargetSpec.Delay.Lane read = lane(words);
    TargetSpec.Delay.Lane write = words.left() == 0 ? read : lane(words);
    TargetSpec.Delay.Lane flush = words.left() == 0 ? write : lane(words);
    return new TargetSpec.Delay(read, write, flush, left / LANE_WORDS);
  }

  private static TargetSpec.Delay.Lane lane(TargetWords words) throws InvalidScalar {
    Lower lower = words.lower();
    long millis = words.number("milliseconds", 0, UNSIGNED);
    return new TargetSpec.Delay.Lane(lower, millis * MILLISECOND);
  }

  private static TargetSpec flakey(TargetWords words) throws InvalidScalar {
    Lower lower = words.lower();
    long up = words.number("the seconds that it is up", 0, UNSIGNED);
    long down = words.number("the seconds that it is down", 0, UNSIGNED - up);
    if (up + down == 0) {
      throw words.wrong("flakey is neither up nor down: 0 0", "always up is 1 0, always down 0 1");
    }
    return new TargetSpec.Flakey(lower, up, down, new FlakeyFeatures(words).read());
  }

  private static TargetSpec dust(TargetWords words) throws InvalidScalar {
    Lower lower = words.lower();
    long block = words.number("the bytes of a block", Sectors.SIZE, MOST_BLOCK);
    if (Long.bitCount(block) != 1) {
      throw words.wrong(
          "a block of dust must be a power of two: " + block, "such as 512 or 4096, in bytes");
    }
    return new TargetSpec.Dust(lower, Sectors.ofBytes(block));
  }
}
