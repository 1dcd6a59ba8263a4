package io.dmio.fault;

/** Which rule failed a bio of a call; only the newest hits are remembered. */
final class HitLog {

  private static final int SIZE = 1 << 10;
  private static final int NONE = -1;

  private final int[] calls = new int[SIZE];
  private final int[] rules = new int[SIZE];
  private long count;

  void add(int call, int rule) {
    int at = (int) count & (SIZE - 1);
    calls[at] = call;
    rules[at] = rule;
    count++;
  }

  /** The rule that hit the newest of a call's bios that were hit, or -1. */
  int ruleOf(int call) {
    for (long i = count - 1; i >= Math.max(0, count - SIZE); i--) {
      if (calls[(int) i & (SIZE - 1)] == call) {
        return rules[(int) i & (SIZE - 1)];
      }
    }
    return NONE;
  }
}
