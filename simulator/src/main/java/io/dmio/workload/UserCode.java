package io.dmio.workload;

import io.dmio.sim.KernelBug;
import io.dmio.sim.LimitReached;

/**
 * Runs the user's code. What it throws ends its task with a complaint; after that, nothing of it
 * runs any more.
 */
final class UserCode {

  /** Callbacks within callbacks; a stack overflow would come at a depth that the JVM chooses. */
  private static final int MOST_NESTED = 100;

  private final Host host;
  private int nested;
  private boolean broken;

  UserCode(Host host) {
    this.host = host;
  }

  void run(Runnable action) {
    if (broken) {
      return;
    }
    if (nested == MOST_NESTED) {
      breakOff(
          "the task makes calls within callbacks, "
              + MOST_NESTED
              + " deep: go on with after(0, ...) instead");
      return;
    }
    nested++;
    try {
      action.run();
    } catch (LimitReached | KernelBug e) {
      throw e;
    } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
      String message = e.getMessage();
      String type = e.getClass().getName();
      breakOff("the task threw " + type + (message == null ? "" : ": " + message));
    } finally {
      nested--;
    }
  }

  private void breakOff(String message) {
    broken = true;
    host.fail(message);
    host.finish();
  }
}
