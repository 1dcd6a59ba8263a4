package io.dmio.workload;

import org.jspecify.annotations.Nullable;

/** When a task may use its host, and with what. What is against the rules has no effect. */
final class HostRules {

  /** As many as make 4 GiB of memory, or of a reserve. */
  private static final int MOST_PAGES = 1 << 20;

  private static final int MOST_WAITING = 1 << 20;

  private final UserCode user;
  private boolean finished;

  HostRules(UserCode user) {
    this.user = user;
  }

  /** The task is over; false if it was before. */
  boolean finish() {
    boolean first = !finished;
    finished = true;
    return first;
  }

  /** Only the world's own thread, inside of start and callbacks, keeps a run repeatable. */
  void demandInside(String method) {
    String objection = user.objection(method);
    if (objection != null) {
      throw new HostMisuse(objection);
    }
  }

  /** As above, and the task has not said that it is over. */
  void demandRunning(String method) {
    demandInside(method);
    if (finished) {
      throw new HostMisuse("it called " + method + " after finish");
    }
  }

  void demandGiven(@Nullable Object value, String method, String what) {
    if (value == null) {
      throw new HostMisuse(what + " of " + method + " is null");
    }
  }

  /** Names are shown wherever results are. */
  void demandName(@Nullable String name, String method) {
    demandGiven(name, method, "the name");
    if (name == null || name.isBlank() || !PrintableText.line(name).equals(name)) {
      throw new HostMisuse(
          "the name of "
              + method
              + " must be text that can be shown, not '"
              + PrintableText.line(String.valueOf(name))
              + "'");
    }
  }

  /** Actions that wait to be run cost memory, and a loop of them has no end. */
  void demandRoom(int waiting) {
    if (waiting >= MOST_WAITING) {
      throw new HostMisuse("after: " + waiting + " actions wait to be run already");
    }
  }

  void demandPages(int count, int least, String method) {
    if (count < least || count > MOST_PAGES) {
      throw new HostMisuse(
          method + " of " + count + " pages: there are " + least + " to " + MOST_PAGES);
    }
  }
}
