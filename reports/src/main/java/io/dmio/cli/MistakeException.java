package io.dmio.cli;

import java.io.Serial;

/** What the caller asked for cannot be done; the message says why and what to do. */
final class MistakeException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  MistakeException(String message) {
    super(message);
  }
}
