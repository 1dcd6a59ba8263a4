package io.dmio.check;

import io.dmio.mempool.AllocationGate;
import java.util.Arrays;

/** The second books of all pools of a host: each client has a pool of ios and one of bios. */
final class ShadowPoolBooks {

  private final Failures failures;
  private final DialectRules rules;
  private final HeldPages pages;
  private ShadowPoolBook[] books = {};

  ShadowPoolBooks(Failures failures, DialectRules rules, HeldPages pages) {
    this.failures = failures;
    this.rules = rules;
    this.pages = pages;
  }

  /** The book of the pool of this number. */
  ShadowPoolBook of(int pool) {
    if (pool >= books.length) {
      int known = books.length;
      books = Arrays.copyOf(books, pool + 1);
      for (int i = known; i < books.length; i++) {
        books[i] = new ShadowPoolBook(rules, pages, failures.tally(), this::fail);
      }
    }
    return books[pool];
  }

  /** The book of a client's ios. */
  ShadowPoolBook iosOf(int client) {
    return of(2 * client);
  }

  /** The book of a client's bios. */
  ShadowPoolBook biosOf(int client) {
    return of(2 * client + 1);
  }

  /** An allocator whose answers are written down. */
  AllocationGate noting(AllocationGate allocator) {
    return pool -> {
      boolean grants = allocator.allows(pool);
      of(pool).allocatorAsked(grants);
      return grants;
    };
  }

  /** Whether both pools of a client exist. */
  boolean exist(int client) {
    return iosOf(client).exists() && biosOf(client).exists();
  }

  /** How often the allocators of a client's pools had no element. */
  long refusalsOf(int client) {
    return iosOf(client).refusals() + biosOf(client).refusals();
  }

  private void fail(String mistake) {
    failures.add(Check.MEMPOOL, mistake);
  }
}
