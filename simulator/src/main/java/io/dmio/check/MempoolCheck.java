package io.dmio.check;

import io.dmio.engine.IoReturn;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolBooks;
import io.dmio.mempool.PoolWatch;
import java.util.List;

/**
 * The books of the pools, kept a second time and compared after every change.
 *
 * <p>An element comes from the reserve only if the allocator failed just before; one that comes
 * back goes to the reserve unless that is full. The size of a reserve is what the dialect says:
 * classic has 4 ios a page held, linux-6.1 what the client was made with.
 */
final class MempoolCheck implements CallWatch {

  private static final int IOS = 0;

  private final Failures failures;
  private final DialectRules rules;
  private final PageBook pages;
  private final SecondBooks books;
  private final Tally tally;

  MempoolCheck(Failures failures, DialectRules rules, PageBook pages, SecondBooks books) {
    this.failures = failures;
    this.rules = rules;
    this.pages = pages;
    this.books = books;
    tally = failures.tally();
  }

  /** Who follows the pool of a number. */
  PoolWatch watchOf(int number) {
    return books.of(number);
  }

  @Override
  public void pagesAsked(boolean get, int count) {
    pages.asks(get, count);
  }

  @Override
  public void pagesAnswered(boolean get, int count, IoReturn result) {
    pages.answered(result);
    books.of(IOS).sizeMayBeWrong();
    if (rules.countsPages()) {
      compareSize(get, count);
    }
  }

  private void compareSize(boolean get, int count) {
    tally.add(Comparison.HELD_PAGES);
    long expected = rules.reserveOf(IOS, pages.held());
    int minNr = books.of(IOS).minNr();
    if (minNr != expected) {
      failures.add(
          Check.MEMPOOL,
          "engine.ios: min_nr is "
              + minNr
              + " after "
              + (get ? "get(" : "put(")
              + count
              + "), but "
              + pages.held()
              + " pages are held, which is "
              + expected);
    }
  }

  /** At rest nothing is out, and the reserve is full unless allocations failed. */
  void atRest(List<Mempool<?>> pools) {
    for (Mempool<?> pool : pools) {
      PoolBooks end = pool.books();
      tally.add(Comparison.POOLS_AT_REST);
      if (end.taken() != end.givenBack()) {
        failures.add(
            Check.MEMPOOL,
            pool.name()
                + ": "
                + end.out()
                + " elements never came back: "
                + end.taken()
                + " taken, "
                + end.givenBack()
                + " given back");
      }
      if (end.failures() == 0) {
        reserveIsFull(pool.name(), end);
      }
    }
  }

  private void reserveIsFull(String pool, PoolBooks end) {
    tally.add(Comparison.FULL_RESERVES);
    if (end.reserve() != end.minNr()) {
      failures.add(
          Check.MEMPOOL,
          pool + ": at rest the reserve holds " + end.reserve() + " of " + end.minNr());
    }
  }
}
