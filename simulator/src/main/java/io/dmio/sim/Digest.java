package io.dmio.sim;

import java.nio.charset.StandardCharsets;

/**
 * A rolling 64-bit digest of a sequence of words.
 *
 * <p>Two words are folded into the state by one 64 × 64 → 128 bit multiplication whose halves are
 * combined. It tells runs apart; it is no protection against an adversary.
 */
public final class Digest {

  private static final long K0 = 0xa0761d6478bd642fL;
  private static final long K1 = 0xe7037ed1a0b428dbL;
  private static final long K2 = 0x8ebc6af09c88c6e3L;
  private static final long K3 = 0x589965cc75374cc3L;

  /** The state in which nothing was folded. */
  static final long START = K0;

  private long state = START;

  /** Folds two words. */
  public void fold(long first, long second) {
    state = after(state, first, second);
  }

  /** Folds one word. */
  public void fold(long word) {
    fold(word, K0);
  }

  /** Folds a text: its length and its UTF-8 bytes. */
  public void fold(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    fold(bytes.length);
    long word = 0;
    for (int i = 0; i < bytes.length; i++) {
      word = word << Byte.SIZE | (bytes[i] & 0xff);
      if (i % Long.BYTES == Long.BYTES - 1 || i == bytes.length - 1) {
        fold(word);
        word = 0;
      }
    }
  }

  /** The digest of all that was folded so far. */
  public long value() {
    return value(state);
  }

  /** Back to the digest of nothing. */
  public void reset() {
    state = START;
  }

  /** The digest of all that was folded up to a state. */
  static long value(long state) {
    return SeededChoices.mix(state);
  }

  /**
   * The state after six words that are folded at once: each three are one sum with odd factors,
   * then the sums are folded. So one multiplication of seven waits for the state.
   */
  static long after(long state, long a, long b, long c, long d, long e, long f) {
    return after(state, a + b * K0 + c * K2, d + e * K1 + f * K3);
  }

  private static long after(long state, long first, long second) {
    return multiplyFold(state ^ first, second ^ K1) ^ Long.rotateLeft(state, 23);
  }

  /** A digest as people see it: 16 hex digits. */
  public static String format(long value) {
    String hex = Long.toHexString(value);
    return "0".repeat(16 - hex.length()) + hex;
  }

  private static long multiplyFold(long a, long b) {
    return a * b ^ Math.multiplyHigh(a, b);
  }
}
