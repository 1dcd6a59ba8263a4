package io.dmio.engine;

import java.util.ArrayList;
import java.util.List;

/** Error bits are a {@code long}: bit i is set iff a bio of region i failed. Bit 0 is rightmost. */
public final class ErrorBits {

  private ErrorBits() {}

  /** The regions whose bits are set, ascending. */
  public static List<Integer> regions(long bits) {
    List<Integer> regions = new ArrayList<>();
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      regions.add(Long.numberOfTrailingZeros(rest));
    }
    return regions;
  }

  /** The bits of regions. */
  public static long of(Iterable<Integer> regions) {
    long bits = 0;
    for (int region : regions) {
      bits |= 1L << region;
    }
    return bits;
  }

  /** As people read it: {@code 0b010} for bit 1 of three regions. */
  public static String binary(long bits, int regions) {
    String digits = Long.toBinaryString(bits);
    return "0b" + "0".repeat(Math.max(0, regions - digits.length())) + digits;
  }

  /** As programs read it: {@code 0x2}. */
  public static String hex(long bits) {
    return "0x" + Long.toHexString(bits);
  }
}
