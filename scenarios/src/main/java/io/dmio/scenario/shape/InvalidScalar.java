package io.dmio.scenario.shape;

import org.jspecify.annotations.Nullable;

/** A text that is not what it should be; whoever knows its position reports it. */
public final class InvalidScalar extends Exception {

  private static final long serialVersionUID = 1;

  private final @Nullable String suggestion;

  public InvalidScalar(String message, @Nullable String suggestion) {
    super(message, null, false, false);
    this.suggestion = suggestion;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public @Nullable String suggestion() {
    return suggestion;
  }
}
