package io.dmio.workload;

import org.jspecify.annotations.Nullable;

/**
 * Watches over the user's code from outside of virtual time, where there are threads and clocks.
 */
public interface CodeWatch {

  /** Watches nothing. */
  CodeWatch NONE =
      new CodeWatch() {
        @Override
        public void entered() {}

        @Override
        public void left() {}

        @Override
        public @Nullable String objection() {
          return null;
        }
      };

  /** The user's code starts to run; it may be entered again before it is left. */
  void entered();

  /** The user's code has returned or thrown. */
  void left();

  /** The user's code has thrown something, which ends its task. */
  default void threw(Throwable thrown) {}

  /** Why the caller may not use its host just now, or null if it may. */
  @Nullable String objection();

  /** Code was refused its host, perhaps in a thread of its own, which keeps that to itself. */
  default void refused(Object code, String why) {}

  /** Why code was refused its host since this was last asked, or null if it was not. */
  default @Nullable String takeRefusal(Object code) {
    return null;
  }
}
