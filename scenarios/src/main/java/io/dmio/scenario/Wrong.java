package io.dmio.scenario;

import org.jspecify.annotations.Nullable;

/** A text that is not what it should be; whoever knows its position reports it. */
final class Wrong extends Exception {

  private static final long serialVersionUID = 1;

  private final @Nullable String suggestion;

  Wrong(String message, @Nullable String suggestion) {
    super(message, null, false, false);
    this.suggestion = suggestion;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  @Nullable String suggestion() {
    return suggestion;
  }
}
