package io.dmio.mapper;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code flakey} does while it is down.
 *
 * @param errorReads whether reads fail
 * @param writes what becomes of writes, discards, write-zeroes and flushes
 * @param corrupt the byte that it overwrites, or null
 */
public record FlakeyFaults(boolean errorReads, Writes writes, @Nullable CorruptByte corrupt) {

  /** Fails everything: the default, without features. */
  public static final FlakeyFaults ERROR = new FlakeyFaults(true, Writes.ERROR, null);

  /** Fails writes, passes reads. */
  public static final FlakeyFaults ERROR_WRITES = new FlakeyFaults(false, Writes.ERROR, null);

  /** Swallows writes with success, passes reads. */
  public static final FlakeyFaults DROP_WRITES = new FlakeyFaults(false, Writes.DROP, null);

  /** What becomes of writes. */
  public enum Writes {
    /** They are passed. */
    PASS,
    /** They fail. */
    ERROR,
    /** They end well, and nothing is written. */
    DROP
  }

  /**
   * A byte that is overwritten in every bio that is long enough.
   *
   * @param place where the byte is in the bio's data, from 0
   * @param ofReads whether it is overwritten in reads, after they have ended well; else in writes,
   *     before they are passed
   * @param value the new value, 0 to 255
   */
  public record CorruptByte(int place, boolean ofReads, int value) {}

  /** Passes everything, and overwrites one byte. */
  public static FlakeyFaults corrupting(CorruptByte corrupt) {
    return new FlakeyFaults(false, Writes.PASS, corrupt);
  }

  /** Its words in a table; none for {@link #ERROR}. */
  List<String> features() {
    if (equals(ERROR)) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    if (errorReads) {
      words.add("error_reads");
    }
    if (writes != Writes.PASS) {
      words.add(writes == Writes.DROP ? "drop_writes" : "error_writes");
    }
    if (corrupt != null) {
      words.add("corrupt_bio_byte");
      words.add(Integer.toString(corrupt.place() + 1));
      words.add(corrupt.ofReads() ? "r" : "w");
      words.add(Integer.toString(corrupt.value()));
      words.add("0");
    }
    return words;
  }

  /** Whether it overwrites a byte of reads. */
  boolean corruptsReads() {
    return corrupt != null && corrupt.ofReads();
  }

  /** Whether it overwrites a byte of writes. */
  boolean corruptsWrites() {
    return corrupt != null && !corrupt.ofReads();
  }
}
