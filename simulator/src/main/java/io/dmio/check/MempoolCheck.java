package io.dmio.check;

import io.dmio.engine.IoReturn;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolBooks;
import io.dmio.mempool.PoolWatch;
import java.util.List;

/**
 * The books of the classic dialect's pools, kept a second time and compared after every change.
 *
 * <p>An element comes from the reserve only if the allocator failed just before; one that comes
 * back goes to the reserve unless that is full; the reserve of ios is for 4 ios a page held.
 */
final class MempoolCheck implements PoolWatch, CallWatch {

  /** The number of the pool of ios. */
  static final int IOS = 0;

  private static final int IOS_A_PAGE = 4;

  private final Failures failures;
  private final PageBook pages = new PageBook();
  private final SecondBook[] books = {new SecondBook(), new SecondBook()};

  MempoolCheck(Failures failures) {
    this.failures = failures;
  }

  @Override
  public void changed(Mempool<?> pool) {
    SecondBook book = books[pool.id()];
    String mistake = book.follow(pool);
    if (mistake.isEmpty() && pool.id() == IOS) {
      mistake = wrongSize(pool.minNr());
    }
    if (!mistake.isEmpty()) {
      failures.add(Check.MEMPOOL, pool.name() + ": " + mistake);
    }
  }

  private String wrongSize(int minNr) {
    long now = pages.held() * IOS_A_PAGE;
    long granted = pages.heldIfGranted() * IOS_A_PAGE;
    return minNr == now || minNr == granted
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
    long expected = pages.held() * IOS_A_PAGE;
    int minNr = books[IOS].minNr();
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
