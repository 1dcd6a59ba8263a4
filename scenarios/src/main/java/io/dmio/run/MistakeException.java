package io.dmio.run;

import java.io.Serial;
import java.util.Collection;

/** What the caller asked for cannot be done; the message says why and what to do. */
public final class MistakeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public MistakeException(String message) {
    super(message);
  }

  /**
   * A word that is none of those that are known.
   *
   * @param what the word should be, such as {@code format}
   */
  public static MistakeException unknown(String what, String word, Collection<String> known) {
    return new MistakeException(
        "there is no " + what + " '" + word + "'; known: " + String.join(", ", known));
  }
}
