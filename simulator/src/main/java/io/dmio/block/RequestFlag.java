package io.dmio.block;

import java.util.ArrayList;
import java.util.List;

/** Flags of a request. On the path they are bits of an {@code int}. */
public enum RequestFlag {
  /** Flush the device's cache before this request. */
  PREFLUSH,
  /** This request is durable when it ends. */
  FUA,
  /** Somebody waits for it: unplug the queue at once. */
  SYNC,
  /** Metadata. */
  META,
  /** Boosts its priority. */
  PRIO,
  /** Read-ahead: may fail at any time. */
  RAHEAD,
  /** Anticipate no more of it soon. */
  IDLE,
  /** Never merge it with another. */
  NOMERGE;

  /** The bit of this flag. */
  @SuppressWarnings("EnumOrdinal") // the order of the flags is the order of their bits
  public int bit() {
    return 1 << ordinal();
  }

  /** Whether this flag is among the bits. */
  public boolean in(int bits) {
    return (bits & bit()) != 0;
  }

  /** The flags among the bits, in their order. */
  public static List<RequestFlag> listOf(int bits) {
    List<RequestFlag> flags = new ArrayList<>();
    for (RequestFlag flag : values()) {
      if (flag.in(bits)) {
        flags.add(flag);
      }
    }
    return flags;
  }

  /** The bits of some flags. */
  public static int bitsOf(Iterable<RequestFlag> flags) {
    int bits = 0;
    for (RequestFlag flag : flags) {
      bits |= flag.bit();
    }
    return bits;
  }
}
