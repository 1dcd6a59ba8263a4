package io.dmio.run;

/** Seeds as people write them: 64 bits, decimal or {@code 0x} and hex, without leading zeros. */
public final class Seed {

  private Seed() {}

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static long read(String text) {
    try {
      if (text.matches("0|[1-9][0-9]*")) {
        return Long.parseUnsignedLong(text);
      }
      if (text.matches("0x(0|[1-9a-fA-F][0-9a-fA-F]*)")) {
        return Long.parseUnsignedLong(text.substring(2), 16);
      }
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException("'" + text + "' is more than 64 bits", tooLarge);
    }
    throw new IllegalArgumentException("'" + text + "' is not a seed: " + hint(text));
  }

  public static boolean valid(String text) {
    try {
      read(text);
      return true;
    } catch (IllegalArgumentException wrong) {
      return false;
    }
  }

  /** The one way in which seeds are printed. */
  public static String text(long seed) {
    return "0x" + Long.toHexString(seed);
  }

  private static String hint(String text) {
    boolean zeros = text.matches("0+[0-9]+|0x0+[0-9a-fA-F]+");
    return zeros ? "leave out the leading zeros" : "write 7 or 0x7";
  }
}
