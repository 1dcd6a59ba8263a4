package io.dmio.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The calls of a task that are under way, and who waits for all of them. */
final class OpenCalls {

  /** Those that are under way, in any order, and after them nothing of meaning. */
  private ListedCall[] open = new ListedCall[16];

  private int count;
  private final List<Barrier> barriers = new ArrayList<>();
  private long begun;

  int count() {
    return count;
  }

  void begin(ListedCall call) {
    if (count == open.length) {
      open = Arrays.copyOf(open, count * 2);
    }
    call.enlist(begun++, count);
    open[count++] = call;
    assert count <= begun : count + " calls are under way, " + begun + " began";
  }

  void end(ListedCall call) {
    assert count > 0 : "no call is under way";
    assert open[call.index()] == call : call.describe() + " is not listed at " + call.index();
    ListedCall last = open[--count];
    open[call.index()] = last;
    last.enlist(last.order(), call.index());
    if (!barriers.isEmpty()) {
      passBarriers(call.order());
    }
  }

  /** Runs an action when all calls that are under way now have ended, at once if there is none. */
  void whenAllEnded(Runnable action) {
    if (count == 0) {
      action.run();
    } else {
      barriers.add(new Barrier(begun, count, action));
    }
  }

  /** The first few calls, in words. */
  String describe(int most) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(most, count); i++) {
      text.append(i == 0 ? "" : ", ").append(open[i].describe());
    }
    if (count > most) {
      text.append(" and ").append(count - most).append(" more");
    }
    return text.toString();
  }

  private void passBarriers(long order) {
    List<Barrier> passed = new ArrayList<>();
    for (Barrier barrier : barriers) {
      assert barrier.remaining > 0 : "a barrier that was passed is kept";
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
