package io.dmio.generator;

/** The numbered pattern, by its formula in the documents. */
final class Pattern {

  private static final int WORDS = ModelWorld.SECTOR / 4;

  private Pattern() {}

  /** The bytes of one sector of a pattern; zeroes if its number is negative. */
  static byte[] sector(int number, long sector) {
    byte[] bytes = new byte[ModelWorld.SECTOR];
    for (int word = 0; number >= 0 && word < WORDS; word++) {
      int index = (int) (sector * WORDS) + word;
      int x = index * (int) 2654435761L + number * 40503 + 374761393;
      x ^= x >>> 15;
      x *= (int) 2246822519L;
      x ^= x >>> 13;
      for (int i = 0; i < 4; i++) {
        bytes[4 * word + i] = (byte) (x >>> 8 * i);
      }
    }
    return bytes;
  }
}
