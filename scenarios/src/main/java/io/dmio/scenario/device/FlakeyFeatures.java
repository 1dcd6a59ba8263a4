package io.dmio.scenario.device;

import io.dmio.mapper.FlakeyFaults;
import io.dmio.mapper.FlakeyFaults.CorruptByte;
import io.dmio.mapper.FlakeyFaults.Writes;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.yaml.Guess;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the features of {@code flakey}: their number of words, and the words. */
final class FlakeyFeatures {

  private static final List<String> KNOWN =
      List.of("error_reads", "error_writes", "drop_writes", "corrupt_bio_byte");
  private static final List<String> LATER = List.of("random_read_corrupt", "random_write_corrupt");
  private static final int MOST_BYTES = 1 << 30;
  private static final int MOST_VALUE = 255;

  private final TargetWords words;
  private boolean errorReads;
  private Writes writes = Writes.PASS;
  private @Nullable CorruptByte corrupt;

  FlakeyFeatures(TargetWords words) {
    this.words = words;
  }

  FlakeyFaults read() throws InvalidScalar {
    long many = words.left() == 0 ? 0 : words.number("the number of words of features", 0, 64);
    if (many == 0) {
      return FlakeyFaults.ERROR;
    }
    if (words.left() != many) {
      throw words.wrong(
          "flakey announces " + many + " words of features, found " + words.left(),
          "the number counts words: corrupt_bio_byte 32 r 1 0 is 5");
    }
    while (words.left() > 0) {
      feature(words.next("a feature"));
    }
    return new FlakeyFaults(errorReads, writes, corrupt);
  }

  private void feature(String word) throws InvalidScalar {
    switch (word) {
      case "error_reads" -> {
        refuse(errorReads, word, "error_reads");
        refuse(corrupt != null && corrupt.ofReads(), word, "corrupt_bio_byte ... r");
        errorReads = true;
      }
      case "error_writes" -> write(Writes.ERROR, word);
      case "drop_writes" -> write(Writes.DROP, word);
      case "corrupt_bio_byte" -> corrupt(word);
      default -> {
        if (LATER.contains(word)) {
          throw words.wrong("not yet: '" + word + "'", "this dmio cannot do it");
        }
        throw words.wrong("flakey has no feature '" + word + "'", Guess.of(word, KNOWN));
      }
    }
  }

  private void write(Writes how, String word) throws InvalidScalar {
    refuse(writes == Writes.ERROR, word, "error_writes");
    refuse(writes == Writes.DROP, word, "drop_writes");
    refuse(corrupt != null && !corrupt.ofReads(), word, "corrupt_bio_byte ... w");
    writes = how;
  }

  private void corrupt(String word) throws InvalidScalar {
    refuse(corrupt != null, word, word);
    long nth = words.number("the byte of a bio, from 1", 1, MOST_BYTES);
    String direction = words.next("r or w");
    if (!direction.equals("r") && !direction.equals("w")) {
      throw words.wrong("expected r or w, found '" + direction + "'", "r: reads, w: writes");
    }
    boolean reads = direction.equals("r");
    refuse(reads && errorReads, word, "error_reads");
    refuse(!reads && writes == Writes.ERROR, word, "error_writes");
    refuse(!reads && writes == Writes.DROP, word, "drop_writes");
    long value = words.number("the byte's value", 0, MOST_VALUE);
    String flags = words.next("the flags, 0");
    if (!flags.equals("0")) {
      throw words.wrong(
          "bios by their flags: '" + flags + "'", "write 0: the flags are numbers of the kernel");
    }
    corrupt = new CorruptByte((int) nth - 1, reads, (int) value);
  }

  private void refuse(boolean contradicts, String word, String other) throws InvalidScalar {
    if (contradicts) {
      String what =
          word.equals(other) ? "'" + word + "' twice" : "'" + word + "' and '" + other + "'";
      throw words.wrong("flakey cannot do both: " + what, "keep one");
    }
  }
}
