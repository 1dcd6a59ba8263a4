package io.dmio.check;

import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolWatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The books of one pool, kept from what is seen of its changes and compared with its own after
 * each.
 */
final class SecondBook implements PoolWatch {

  private final DialectRules rules;
  private final PageBook pages;
  private final Tally tally;
  private final Consumer<String> mistakes;

  private String name = "its pool";
  private boolean exists;
  private long out;
  private long givenBack;
  private int reserve;
  private int minNr;
  private long failures;

  /** The size of the reserve that was found right and is so still; -1 if it is to be judged. */
  private int rightMinNr = -1;

  /**
   * Begins with nothing.
   *
   * @param tally counts what is compared
   * @param mistakes hears in words what is wrong with a change
   */
  SecondBook(DialectRules rules, PageBook pages, Tally tally, Consumer<String> mistakes) {
    this.rules = rules;
    this.pages = pages;
    this.tally = tally;
    this.mistakes = mistakes;
  }

  @Override
  public void taken(Mempool<?> pool) {
    String mistake = pool.reserve() == reserve ? null : fromReserve(pool);
    follow(pool, out + 1, mistake);
  }

  @Override
  public void cameBack(Mempool<?> pool) {
    givenBack++;
    int expected = reserve < pool.minNr() ? reserve + 1 : reserve;
    String mistake = pool.reserve() == expected ? null : wrongReturn(pool);
    follow(pool, out - 1, mistake);
  }

  @Override
  public void resized(Mempool<?> pool) {
    name = pool.name();
    exists = pool.exists();
    minNr = pool.minNr();
    sizeMayBeWrong();
    follow(pool, out, null);
  }

  /** The size of the reserve is judged anew at the next change: pages may have come or gone. */
  void sizeMayBeWrong() {
    rightMinNr = -1;
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

  /** What the reserve is filled up to, since the pool last said that it has another size. */
  int minNr() {
    return minNr;
  }

  private void follow(Mempool<?> pool, long expectedOut, @Nullable String mistakeOfReserve) {
    tally.add(Comparison.POOL_CHANGES);
    String mistake = pool.out() == expectedOut ? mistakeOfReserve : wrongOut(pool);
    out = pool.out();
    reserve = pool.reserve();
    failures = pool.failures();
    if (reserve > pool.minNr()) {
      mistake = "the reserve holds " + reserve + ", more than min_nr " + pool.minNr();
    }
    if (mistake == null && pool.minNr() != rightMinNr) {
      mistake = wrongSize(pool);
    }
    if (mistake != null) {
      mistakes.accept(pool.name() + ": " + mistake);
    }
  }

  private String wrongOut(Mempool<?> pool) {
    return "out went from " + out + " to " + pool.out() + " at once";
  }

  /** An element comes from the reserve only if the allocator failed just before. */
  private @Nullable String fromReserve(Mempool<?> pool) {
    if (pool.reserve() != reserve - 1) {
      return "a take changed the reserve from " + reserve + " to " + pool.reserve();
    }
    return pool.failures() > failures
        ? null
        : "an element was taken from the reserve although the allocator did not fail";
  }

  private String wrongReturn(Mempool<?> pool) {
    return "an element came back while the reserve held "
        + reserve
        + " of "
        + pool.minNr()
        + ", and it holds "
        + pool.reserve()
        + " now";
  }

  private @Nullable String wrongSize(Mempool<?> pool) {
    tally.add(Comparison.RESERVE_SIZES);
    String mistake = rules.wrongReserve(pool, pages);
    rightMinNr = mistake == null ? pool.minNr() : -1;
    return mistake;
  }
}
