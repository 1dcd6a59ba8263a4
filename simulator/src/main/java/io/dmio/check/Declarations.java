package io.dmio.check;

import io.dmio.device.DamageListener;

/** The sectors of one device that something silent has touched. */
final class Declarations {

  private final Ranges declared = new Ranges();

  /** Those that were rewritten, but not durably: power may bring them back. */
  private final Ranges rewritten = new Ranges();

  /** When power failed last, on the clock of the checks, or -1. */
  private long lastCut = -1;

  /**
   * Declares sectors, in place of earlier declarations of them.
   *
   * @param end the sector after the last
   * @param when on the clock of the checks
   */
  void put(long first, long end, int rule, long when) {
    assert when >= lastCut : "declared at " + when + ", power failed at " + lastCut;
    declared.put(new Ranges.Range(first, end, rule, when, -1));
  }

  /**
   * A write has ended well.
   *
   * @param begin when it was submitted
   * @param ended when it ended; -1: it is durable
   */
  void rewritten(long first, long end, long begin, long ended) {
    if (ended < 0) {
      rewritten.remove(first, end, range -> range.when() < begin, range -> {});
    }
    declared.remove(
        first,
        end,
        range -> range.when() < begin,
        range -> {
          if (ended >= 0) {
            rewritten.put(range.rewrittenAt(ended));
          }
        });
  }

  /** Whatever was written before a time is durable. */
  void flushed(long before) {
    declared.removeAll(range -> isUnflushed(range) && range.when() < before, range -> {});
    rewritten.removeAll(range -> range.rewritten() < before, range -> {});
  }

  /** Whether a flush may yet do for a range what one did not: power has taken nothing since. */
  private boolean isUnflushed(Ranges.Range range) {
    return range.rule() == DamageListener.KERNEL && range.when() > lastCut;
  }

  /** What was not durable may be gone. */
  void powerCut(long now) {
    assert now >= lastCut : "power fails at " + now + ", and did at " + lastCut;
    lastCut = now;
    Ranges younger = declared.copy();
    rewritten.removeAll(range -> true, declared::put);
    younger.removeAll(range -> true, declared::put);
  }

  /** Why a sector may differ. */
  Cause causeOf(long sector) {
    Ranges.Range range = declared.of(sector);
    return range == null || isUnflushed(range)
        ? Cause.UNEXPLAINED
        : new Cause(Cause.Kind.DAMAGED, range.rule(), "");
  }
}
