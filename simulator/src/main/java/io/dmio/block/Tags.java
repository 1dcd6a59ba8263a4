package io.dmio.block;

import io.dmio.sim.SeededChoices;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The contents of sectors as one 8-byte tag each. Two tags of one world are equal iff the 512 bytes
 * that they stand for are.
 *
 * <p>Kinds of tags, by the two highest bits:
 *
 * <ul>
 *   <li>0: zeroes; the only such tag is {@link #ZERO};
 *   <li>1: a sector of a numbered pattern, whose 32-bit state follows from number and position;
 *   <li>2: a stamp, unique for what wrote it;
 *   <li>3: any other bytes, kept once in this object.
 * </ul>
 */
public final class Tags {

  /** A sector of zeroes. */
  public static final long ZERO = 0;

  /** From here on a stamp is of no call, but of pages with data of their own, by their number. */
  public static final long FIRST_PAGE = 1L << 39;

  private static final int KIND_SHIFT = 62;
  private static final long PATTERN = 1L << KIND_SHIFT;
  private static final long STAMP = 2L << KIND_SHIFT;
  private static final long LITERAL = 3L << KIND_SHIFT;
  private static final long VALUE_MASK = PATTERN - 1;

  private static final int POSITION_FACTOR = (int) 2654435761L;
  private static final int NUMBER_FACTOR = 40503;
  private static final int OFFSET = 374761393;
  private static final int MIX = (int) 2246822519L;
  private static final int MIX_INVERSE = inverse(MIX);
  private static final long STAMP_GAMMA = 0x9e3779b97f4a7c15L;

  private static final int WORDS = Sectors.SIZE / Integer.BYTES;
  private static final int STAMP_SECTOR_BITS = 22;

  private final Map<Literal, Long> numbers = new TreeMap<>();
  private Literal[] literals = new Literal[16];
  private int literalCount;

  /**
   * A sector of a pattern.
   *
   * <p>Byte {@code i} of pattern {@code f} is byte {@code i & 3} (lowest first) of {@code x},
   * where, in 32-bit arithmetic, {@code x = (i >> 2) * 2654435761 + f * 40503 + 374761393; x ^= x
   * >>> 15; x *= 2246822519; x ^= x >>> 13}.
   *
   * @param number of the pattern
   * @param sector whose bytes start at {@code 512 * sector}
   */
  public static long pattern(int number, long sector) {
    int state = (int) sector * WORDS * POSITION_FACTOR + number * NUMBER_FACTOR;
    return PATTERN | (state & 0xffffffffL);
  }

  /**
   * A sector of what one write writes by default. The stamp of the next sector is one more.
   *
   * @param write the write's number, below 2^40
   * @param sector its place in the buffer, below 2^22
   */
  public static long stamp(long write, long sector) {
    return STAMP
        | (write << STAMP_SECTOR_BITS & VALUE_MASK)
        | (sector & (1 << STAMP_SECTOR_BITS) - 1);
  }

  /** Whether a tag is a sector of a pattern. */
  public static boolean isPattern(long tag) {
    return tag >>> KIND_SHIFT == PATTERN >>> KIND_SHIFT;
  }

  /** Whether a tag stands for bytes of no kind, and its number means nothing elsewhere. */
  public static boolean isLiteral(long tag) {
    return tag >>> KIND_SHIFT == LITERAL >>> KIND_SHIFT;
  }

  /** Whether a tag is a stamp. */
  public static boolean isStamp(long tag) {
    return tag >>> KIND_SHIFT == STAMP >>> KIND_SHIFT;
  }

  /** The write of a stamp. */
  public static long writeOf(long tag) {
    return (tag & VALUE_MASK) >>> STAMP_SECTOR_BITS;
  }

  /** Whether a stamp's write is no call, but a page with data of its own. */
  public static boolean isPage(long write) {
    return write >= FIRST_PAGE;
  }

  /** The place in the buffer of a stamp. */
  public static long sectorOf(long tag) {
    return tag & (1 << STAMP_SECTOR_BITS) - 1;
  }

  /** Writes the 512 bytes of a tag. */
  public void expand(long tag, byte[] target, int offset) {
    switch ((int) (tag >>> KIND_SHIFT)) {
      case 0 -> Arrays.fill(target, offset, offset + Sectors.SIZE, (byte) 0);
      case 1 -> expandPattern((int) tag, little(target, offset));
      case 2 -> expandStamp(tag, little(target, offset));
      default ->
          System.arraycopy(
              literals[(int) (tag & VALUE_MASK)].bytes, 0, target, offset, Sectors.SIZE);
    }
  }

  /** The tag of 512 bytes. */
  public long of(byte[] source, int offset) {
    ByteBuffer bytes = little(source, offset);
    long first = bytes.getLong(offset);
    byte[] probe = new byte[Sectors.SIZE];
    if (first == 0
        && Arrays.equals(probe, 0, Sectors.SIZE, source, offset, offset + Sectors.SIZE)) {
      return ZERO;
    }
    long pattern = PATTERN | (stateOf(bytes.getInt(offset)) & 0xffffffffL);
    if (matches(pattern, probe, source, offset)) {
      return pattern;
    }
    if (isStamp(first) && matches(first, probe, source, offset)) {
      return first;
    }
    return literal(Arrays.copyOfRange(source, offset, offset + Sectors.SIZE));
  }

  private boolean matches(long tag, byte[] probe, byte[] source, int offset) {
    expand(tag, probe, 0);
    return Arrays.equals(probe, 0, Sectors.SIZE, source, offset, offset + Sectors.SIZE);
  }

  private long literal(byte[] bytes) {
    Literal literal = new Literal(bytes);
    Long known = numbers.get(literal);
    if (known != null) {
      return LITERAL | known;
    }
    if (literalCount == literals.length) {
      literals = Arrays.copyOf(literals, literalCount * 2);
    }
    literals[literalCount] = literal;
    numbers.put(literal, (long) literalCount);
    return LITERAL | literalCount++;
  }

  private static void expandPattern(int state, ByteBuffer target) {
    int position = target.position();
    for (int word = 0; word < WORDS; word++) {
      int x = word * POSITION_FACTOR + state + OFFSET;
      x = (x ^ x >>> 15) * MIX;
      target.putInt(position + word * Integer.BYTES, x ^ x >>> 13);
    }
  }

  private static void expandStamp(long tag, ByteBuffer target) {
    int position = target.position();
    target.putLong(position, tag);
    long state = tag;
    for (int at = Long.BYTES; at < Sectors.SIZE; at += Long.BYTES) {
      state += STAMP_GAMMA;
      target.putLong(position + at, SeededChoices.mix(state));
    }
  }

  /**
   * The pattern state whose first word is {@code word}: every step of the pattern is invertible.
   */
  private static int stateOf(int word) {
    int x = word ^ word >>> 13 ^ word >>> 26;
    x *= MIX_INVERSE;
    x = x ^ x >>> 15 ^ x >>> 30;
    return x - OFFSET;
  }

  private static int inverse(int odd) {
    int inverse = odd;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }

  private static ByteBuffer little(byte[] array, int offset) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN).position(offset);
  }

  /** Sectors are compared and hashed by what they hold. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Literal(byte[] bytes) implements Comparable<Literal> {
    @Override
    public int compareTo(Literal other) {
      return Arrays.compare(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Literal literal && Arrays.equals(bytes, literal.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }
}
