package io.dmio.formats;

/** The lines of a text file, with helpers that know where they are when something is wrong. */
final class Lines {

  private final String[] lines;
  private int next;

  Lines(String text) {
    lines = text.split("\r?\n", -1);
  }

  /** Goes to the next line that is not empty; false at the end. */
  boolean advance() {
    while (next < lines.length) {
      if (!lines[next++].isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** The number of the line, from 1. */
  int number() {
    return next;
  }

  /** The line, without blanks around it. */
  String line() {
    return lines[next - 1].strip();
  }

  /** Its words. */
  String[] words() {
    return line().split("\\s+");
  }

  /** A number that is not negative. */
  long number(String word, String what) throws MalformedTraceException {
    try {
      long value = Long.parseLong(word);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, together with negative ones.
    }
    throw wrong("'" + word + "' is no " + what + "; expected a whole number, not negative");
  }

  /** A number times a factor, as long as that is a number of 63 bits. */
  long scaled(String word, long factor, String what) throws MalformedTraceException {
    long value = number(word, what);
    if (value > Long.MAX_VALUE / factor) {
      throw wrong("'" + word + "' is too large for a " + what);
    }
    return value * factor;
  }

  /** Something is wrong with this line. */
  MalformedTraceException wrong(String found) {
    return MalformedTraceException.inLine(next, found);
  }
}
