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
final class MempoolCheck implements PoolWatch, CallWatch {

  private static final int IOS = 0;

  private final Failures failures;
  private final DialectRules rules;
  private final PageBook pages = new PageBook();
  private final SecondBooks books;

  MempoolCheck(Failures failures, DialectRules rules, SecondBooks books) {
    this.failures = failures;
    this.rules = rules;
    this.books = books;
  }

  @Override
  public void changed(Mempool<?> pool) {
    String mistake = books.of(pool.id()).follow(pool);
    if (mistake.isEmpty()) {
      mistake = rules.countsPages() ? wrongSizeForPages(pool) : wrongSize(pool);
    }
    if (!mistake.isEmpty()) {
      failures.add(Check.MEMPOOL, pool.name() + ": " + mistake);
    }
  }

  private String wrongSize(Mempool<?> pool) {
    long expected = rules.reserveOf(pool.id(), 0);
    return !pool.exists() || pool.minNr() == expected
        ? ""
        : "min_nr is " + pool.minNr() + ", but the client was made with " + expected;
  }

  private String wrongSizeForPages(Mempool<?> pool) {
    if (!SecondBooks.isIos(pool.id())) {
      return "";
    }
    int minNr = pool.minNr();
    long now = rules.reserveOf(IOS, pages.held());
    return minNr == now || minNr == rules.reserveOf(IOS, pages.heldIfGranted())
        ? ""
        : "min_nr is " + minNr + ", but " + pages.held() + " pages are held, which is " + now;
  }

  @Override
  public void pagesAsked(boolean get, int count) {
    pages.asks(get, count);
  }

  @Override
  public void pagesAnswered(boolean get, int count, IoReturn result) {
    pages.answered(result);
    long expected = rules.reserveOf(IOS, pages.held());
    int minNr = books.of(IOS).minNr();
    if (rules.countsPages() && minNr != expected) {
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
      if (end.reserve() != end.minNr() && end.failures() == 0) {
        failures.add(
            Check.MEMPOOL,
            pool.name() + ": at rest the reserve holds " + end.reserve() + " of " + end.minNr());
      }
    }
  }
}
