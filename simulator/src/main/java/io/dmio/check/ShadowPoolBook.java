package io.dmio.check;

import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolWatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The books of one pool, kept from what is seen of its changes and of its allocator, and compared
 * with its own after each.
 *
 * <p>The reserve is full, but for what the allocator excuses: an element that it refused at a take
 * is out of the reserve until one comes back, and one that it refused while the reserve was filled
 * is missing.
 */
final class ShadowPoolBook implements PoolWatch {

  private final DialectRules rules;
  private final HeldPages pages;
  private final Tally tally;
  private final Consumer<String> mistakes;

  private @Nullable Mempool<?> known;
  private boolean exists;
  private long out;
  private long givenBack;
  private int reserve;
  private int minNr;

  /** Elements that the reserve may lack. */
  private int excused;

  /** Allocations that were granted since the last change. */
  private int granted;

  /** Allocations that were refused since the last change. */
  private int refused;

  private long refusals;

  /** The size of the reserve that was found right and is so still; -1 if it is to be judged. */
  private int rightMinNr = -1;

  /**
   * Makes the book of a pool that has not been created.
   *
   * @param tally counts what is compared
   * @param mistakes hears in words what is wrong with a change
   */
  ShadowPoolBook(DialectRules rules, HeldPages pages, Tally tally, Consumer<String> mistakes) {
    this.rules = rules;
    this.pages = pages;
    this.tally = tally;
    this.mistakes = mistakes;
  }

  /** The allocator was asked for an element, and has answered. */
  void allocatorAsked(boolean grants) {
    if (grants) {
      granted++;
    } else {
      refused++;
      refusals++;
    }
  }

  @Override
  public void taken(Mempool<?> pool) {
    lacksNothing();
    boolean fromReserve = pool.reserve() != reserve;
    String mistake = fromReserve ? fromReserve(pool) : withoutReserve();
    excused += fromReserve ? 1 : 0;
    follow(pool, out + 1, mistake);
  }

  @Override
  public void cameBack(Mempool<?> pool) {
    lacksNothing();
    givenBack++;
    int expected = reserve < pool.minNr() ? reserve + 1 : reserve;
    String mistake = pool.reserve() == expected ? null : wrongReturn(pool);
    follow(pool, out - 1, mistake);
  }

  @Override
  public void resized(Mempool<?> pool) {
    int before = minNr;
    exists = pool.exists();
    minNr = pool.minNr();
    int expected = exists ? Math.min(reserve, minNr) + granted : 0;
    if (refused > 0) {
      excused = Math.max(0, minNr - pool.reserve());
    } else if (minNr > before) {
      excused = 0;
    }
    sizeMayBeWrong();
    follow(pool, out, pool.reserve() == expected ? null : wrongFill(pool, expected));
  }

  /** The size of the reserve is judged again at the next change: pages may have come or gone. */
  void sizeMayBeWrong() {
    rightMinNr = -1;
  }

  /** Nobody is about to change the pool: it is as it was left, and lacks nothing. */
  void rests() {
    tally.add(Comparison.FULL_RESERVES);
    if (known != null && (known.out() != out || known.reserve() != reserve)) {
      say(
          "it was left with "
              + words(out, reserve)
              + ", and has "
              + words(known.out(), known.reserve())
              + " now");
    }
    lacksNothing();
  }

  /** The name of the pool. */
  String name() {
    return known == null ? "its pool" : known.name();
  }

  /** Whether it was created and not destroyed. */
  boolean exists() {
    return exists;
  }

  /** How often an element came back. */
  long givenBack() {
    return givenBack;
  }

  /** How often the allocator had no element. */
  long refusals() {
    return refusals;
  }

  /** What the reserve is filled up to, since the pool last said that it has another size. */
  int minNr() {
    return minNr;
  }

  private void follow(Mempool<?> pool, long expectedOut, @Nullable String mistakeOfReserve) {
    tally.add(Comparison.POOL_CHANGES);
    known = pool;
    String mistake = pool.out() == expectedOut ? mistakeOfReserve : wrongOut(pool);
    out = pool.out();
    reserve = pool.reserve();
    excused = Math.min(excused, Math.max(0, minNr - reserve));
    assert excused >= 0 : "the reserve may lack " + excused;
    granted = 0;
    refused = 0;
    if (reserve > pool.minNr()) {
      mistake = "the reserve holds " + reserve + ", more than min_nr " + pool.minNr();
    }
    if (mistake == null && pool.minNr() != rightMinNr) {
      mistake = wrongSize(pool);
    }
    if (mistake != null) {
      say(mistake);
    }
  }

  /** The reserve may lack what is excused. Said once. */
  private void lacksNothing() {
    int lacking = minNr - reserve;
    if (lacking > excused) {
      say("the reserve holds " + reserve + " of " + minNr + ", and " + ofThose(lacking));
      excused = lacking;
    }
  }

  private String ofThose(int lacking) {
    return "the allocator refused "
        + (excused == 0 ? "none" : "only " + excused)
        + " of the "
        + lacking
        + " that are missing";
  }

  private String wrongOut(Mempool<?> pool) {
    return "out went from " + out + " to " + pool.out() + " at once";
  }

  /** An element comes from the reserve only if the allocator failed just before. */
  private @Nullable String fromReserve(Mempool<?> pool) {
    if (pool.reserve() != reserve - 1) {
      return "a take changed the reserve from " + reserve + " to " + pool.reserve();
    }
    return refused > 0
        ? null
        : "an element was taken from the reserve although the allocator did not fail";
  }

  private @Nullable String withoutReserve() {
    return granted > 0 ? null : "an element was taken that neither allocator nor reserve has given";
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

  private String wrongFill(Mempool<?> pool, int expected) {
    String found = "the reserve holds " + pool.reserve() + ", not " + expected;
    return exists
        ? "it was resized to " + minNr + ", " + granted + " elements were allocated, and " + found
        : "it does not exist, and " + found;
  }

  private @Nullable String wrongSize(Mempool<?> pool) {
    tally.add(Comparison.RESERVE_SIZES);
    String mistake = rules.wrongReserve(pool, pages);
    rightMinNr = mistake == null ? pool.minNr() : -1;
    return mistake;
  }

  private void say(String mistake) {
    mistakes.accept(name() + ": " + mistake);
  }

  private static String words(long elementsOut, int inReserve) {
    return elementsOut + " elements out and " + inReserve + " in reserve";
  }
}
