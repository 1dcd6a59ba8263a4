package io.dmio.check;

import io.dmio.mempool.Mempool;

/** The books of one pool, kept from what is seen of its changes. */
final class SecondBook {

  private String name = "its pool";
  private boolean exists;
  private long out;
  private long givenBack;
  private int reserve;
  private int minNr;
  private long failures;

  /** Follows one change; what is wrong with it in words, or empty. */
  String follow(Mempool<?> pool) {
    String mistake = next(pool);
    out = pool.out();
    reserve = pool.reserve();
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

  private String next(Mempool<?> pool) {
    long outThen = pool.out();
    int reserveThen = pool.reserve();
    if (reserveThen > pool.minNr()) {
      return "the reserve holds " + reserveThen + ", more than min_nr " + pool.minNr();
    }
    if (outThen == out + 1) {
      return taken(pool, reserveThen);
    }
    if (outThen == out - 1) {
      return comesBack(reserveThen);
    }
    return outThen == out ? resized(pool) : "out went from " + out + " to " + outThen + " at once";
  }

  private String taken(Mempool<?> pool, int reserveThen) {
    if (reserveThen == reserve) {
      return "";
    }
    if (reserveThen != reserve - 1) {
      return "a take changed the reserve from " + reserve + " to " + reserveThen;
    }
    return pool.failures() > failures
        ? ""
        : "an element was taken from the reserve although the allocator did not fail";
  }

  private String comesBack(int reserveThen) {
    givenBack++;
    int expected = reserve < minNr ? reserve + 1 : reserve;
    return reserveThen == expected
        ? ""
        : "an element came back while the reserve held "
            + reserve
            + " of "
            + minNr
            + ", and it holds "
            + reserveThen
            + " now";
  }

  private String resized(Mempool<?> pool) {
    name = pool.name();
    exists = pool.exists();
    return "";
  }
}
