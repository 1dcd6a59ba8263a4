package io.dmio.check;

import io.dmio.mempool.Mempool;
import org.jspecify.annotations.Nullable;

/** The books of one pool, kept from what is seen of its changes. */
final class SecondBook {

  private String name = "its pool";
  private boolean exists;
  private long out;
  private long givenBack;
  private int reserve;
  private int minNr;
  private long failures;

  /** Follows one change; what is wrong with it in words, or null. */
  @Nullable String follow(Mempool<?> pool) {
    int reserveThen = pool.reserve();
    long change = pool.out() - out;
    @Nullable String mistake = next(pool, change, reserveThen);
    if (reserveThen > pool.minNr()) {
      mistake = "the reserve holds " + reserveThen + ", more than min_nr " + pool.minNr();
    }
    out += change;
    reserve = reserveThen;
    minNr = pool.minNr();
    failures = pool.failures();
    return mistake;
  }

  /** The name of the pool. */
  String name() {
    return name;
  }

  /** Whether it was created and not destroyed. */
  boolean exists() {
    return exists;
  }

  /** How often an element came back. */
  long givenBack() {
    return givenBack;
  }

  int minNr() {
    return minNr;
  }

  private @Nullable String next(Mempool<?> pool, long change, int reserveThen) {
    if (change == 1) {
      return taken(reserveThen, pool.failures() > failures);
    }
    if (change == -1) {
      return comesBack(reserveThen);
    }
    return change == 0
        ? resized(pool)
        : "out went from " + out + " to " + (out + change) + " at once";
  }

  private @Nullable String taken(int reserveThen, boolean allocationFailed) {
    if (reserveThen == reserve) {
      return null;
    }
    if (reserveThen != reserve - 1) {
      return "a take changed the reserve from " + reserve + " to " + reserveThen;
    }
    return allocationFailed
        ? null
        : "an element was taken from the reserve although the allocator did not fail";
  }

  private @Nullable String comesBack(int reserveThen) {
    givenBack++;
    int expected = reserve < minNr ? reserve + 1 : reserve;
    return reserveThen == expected
        ? null
        : "an element came back while the reserve held "
            + reserve
            + " of "
            + minNr
            + ", and it holds "
            + reserveThen
            + " now";
  }

  private @Nullable String resized(Mempool<?> pool) {
    name = pool.name();
    exists = pool.exists();
    return null;
  }
}
