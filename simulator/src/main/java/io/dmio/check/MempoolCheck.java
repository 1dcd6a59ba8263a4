package io.dmio.check;

import io.dmio.engine.IoReturn;
import io.dmio.ledger.CallWatch;
import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolCounts;
import io.dmio.mempool.PoolWatch;
import java.util.List;

/**
 * The counts of the pools, kept a second time and compared after every change.
 *
 * <p>An element comes from the reserve only if the allocator failed just before; one that comes
 * back goes to the reserve unless that is full. The size of a reserve is what the dialect says:
 * classic has 4 ios a page held, linux-6.1 what the client was made with. It is full when a get or
 * put has returned, but for what the allocator has refused; one that fails leaves no pool.
 */
final class MempoolCheck implements CallWatch {

  /** Classic has one client. */
  private static final int ONLY_CLIENT = 0;

  private static final int IOS = 0;
  private static final int BIOS = 1;

  private final Failures failures;
  private final DialectRules rules;
  private final HeldPages pages;
  private final ShadowPoolBooks books;
  private final Tally tally;

  MempoolCheck(Failures failures, DialectRules rules, HeldPages pages, ShadowPoolBooks books) {
    this.failures = failures;
    this.rules = rules;
    this.pages = pages;
    this.books = books;
    tally = failures.tally();
  }

  /** An allocator that is followed as well. */
  AllocationGate follow(AllocationGate allocator) {
    return books.noting(allocator);
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
    if (rules.countsPages()) {
      tally.add(Comparison.HELD_PAGES);
      String after = " after " + (get ? "get(" : "put(") + count + ")";
      follows(books.iosOf(ONLY_CLIENT), IOS, after);
      follows(books.biosOf(ONLY_CLIENT), BIOS, after);
    }
  }

  /** A pool exists if pages are held, is as large as they ask for, and full. */
  private void follows(ShadowPoolBook book, int pool, String after) {
    book.sizeMayBeWrong();
    long expected = pages.exists() ? rules.reserveOf(pool, pages.held()) : 0;
    if (book.exists() != pages.exists()) {
      fail(book.name() + (book.exists() ? ": it exists" : ": it does not exist") + after);
    } else if (book.minNr() != expected) {
      fail(book.name() + ": min_nr is " + book.minNr() + after + ", not " + expected);
    }
    book.rests();
  }

  private void fail(String what) {
    failures.add(Check.MEMPOOL, what + ": " + pages.held() + " pages are held");
  }

  /** At rest nothing is out, and the reserve is full but for what allocators refused. */
  void atRest(List<Mempool<?>> pools) {
    for (Mempool<?> pool : pools) {
      PoolCounts end = pool.books();
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
      books.of(pool.id()).rests();
    }
  }
}
