package io.dmio.cli;

import java.io.Serial;

/** Standard output takes no more, so that nothing that a command still does would be seen. */
final class LostOutputException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  LostOutputException(Throwable cause) {
    super("standard output takes no more", cause);
  }
}
