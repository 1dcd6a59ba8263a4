package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;

/** Counts the bios that reached a disk's driver, by kind. */
public final class Arrivals {

  private final long[] kinds = new long[Kind.values().length];
  private long preflush;
  private long fua;

  /** What a bio counts as; one without data that carries PREFLUSH is a flush, whatever its op. */
  public enum Kind {
    /** A read. */
    READ,
    /** A write. */
    WRITE,
    /** A discard. */
    DISCARD,
    /** A write-zeroes. */
    WRITE_ZEROES,
    /** PREFLUSH without sectors. */
    EMPTY_FLUSH
  }

  void count(Bio bio) {
    kinds[kindOf(bio).ordinal()]++;
    if (RequestFlag.PREFLUSH.in(bio.flags())) {
      preflush++;
    }
    if (RequestFlag.FUA.in(bio.flags())) {
      fua++;
    }
  }

  /** How many of a kind. */
  public long of(Kind kind) {
    return kinds[kind.ordinal()];
  }

  /** How many of all carried PREFLUSH. */
  public long preflush() {
    return preflush;
  }

  /** How many of all carried FUA. */
  public long fua() {
    return fua;
  }

  private static Kind kindOf(Bio bio) {
    if (bio.bytes() == 0 && RequestFlag.PREFLUSH.in(bio.flags())) {
      return Kind.EMPTY_FLUSH;
    }
    return switch (bio.op()) {
      case READ -> Kind.READ;
      case WRITE -> Kind.WRITE;
      case DISCARD -> Kind.DISCARD;
      case WRITE_ZEROES -> Kind.WRITE_ZEROES;
    };
  }
}
