package io.dmio.workload;

import java.util.ArrayList;
import java.util.List;

/** The calls of a task that are under way, and who waits for all of them. */
final class OpenCalls {

  private final List<CallTracker> open = new ArrayList<>();
  private final List<Barrier> barriers = new ArrayList<>();
  private long begun;

  int count() {
    return open.size();
  }

  void begin(CallTracker call) {
    call.enlist(begun++, open.size());
    open.add(call);
  }

  void end(CallTracker call) {
    CallTracker last = open.remove(open.size() - 1);
    if (last != call) {
      open.set(call.place(), last);
      last.enlist(last.order(), call.place());
    }
    if (!barriers.isEmpty()) {
      passBarriers(call.order());
    }
  }

  /** Runs an action when all calls that are under way now have ended, at once if there is none. */
  void whenAllEnded(Runnable action) {
    if (open.isEmpty()) {
      action.run();
    } else {
      barriers.add(new Barrier(begun, open.size(), action));
    }
  }

  /** The first few calls, in words. */
  String describe(int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(most, open.size()); i++) {
      text.append(i == 0 ? "" : ", ").append(open.get(i).describe());
    }
    if (open.size() > most) {
      text.append(" and ").append(open.size() - most).append(" more");
    }
    return text.toString();
  }

  private void passBarriers(long order) {
    List<Barrier> passed = new ArrayList<>();
    for (Barrier barrier : barriers) {
      if (order < barrier.limit && --barrier.remaining == 0) {
        passed.add(barrier);
      }
    }
    barriers.removeAll(passed);
    passed.forEach(barrier -> barrier.action.run());
  }

  private static final class Barrier {

    private final long limit;
    private final Runnable action;
    private int remaining;

    private Barrier(long limit, int remaining, Runnable action) {
      this.limit = limit;
      this.remaining = remaining;
      this.action = action;
    }
  }
}
