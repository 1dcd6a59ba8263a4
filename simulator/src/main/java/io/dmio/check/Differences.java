package io.dmio.check;

import io.dmio.block.TagWords;
import io.dmio.block.Tags;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes of comparing sectors: how many were compared, and those that hold what they should
 * not, as runs of neighbours that are wrong alike.
 */
final class Differences {

  private final Tally tally;
  private final TagWords words;
  private final Losses losses;
  private final List<Run> runs = new ArrayList<>();
  private int device;
  private Promises promises = Promises.NONE;
  private int call;

  Differences(Tally tally, CallDirectory calls, Losses losses) {
    this.tally = tally;
    this.words = new TagWords(call -> "what " + calls.call(call) + " wrote");
    this.losses = losses;
  }

  /**
   * What comes next is of a device.
   *
   * @param itsPromises what of it should have outlived losses of power
   * @param reader the call that reads it, or -1
   */
  void on(int number, Promises itsPromises, int reader) {
    device = number;
    promises = itsPromises;
    call = reader;
  }

  /** Whether what is found tells what the device holds. */
  boolean areOfDevice() {
    return !losses.isMisread(device, call);
  }

  /** Sectors in a row have been compared with what they may hold. */
  void compared(long sector, int count) {
    assert count > 0 : count + " sectors from " + sector;
    boolean atRest = call < 0;
    tally.add(atRest ? Comparison.SECTORS_AT_REST : Comparison.READ_SECTORS, count);
    if (losses.areFailures()) {
      tally.add(Comparison.LOSSLESS, count);
    }
    int promised = promises.promised(sector, count);
    assert promised >= 0 && promised <= count : promised + " of " + count + " are promised";
    tally.add(atRest ? Comparison.DURABLE_AT_REST : Comparison.DURABLE_READS, promised);
  }

  /** Sectors that a read has brought through tables have been compared. */
  void comparedAbove(int count, boolean zeroes) {
    tally.add(zeroes ? Comparison.ZERO_SECTORS : Comparison.STACKED_SECTORS, count);
  }

  /** Adds a sector; sectors of one range come in order. */
  void add(long sector, long tag, long[] permitted) {
    assert permitted.length > 0 : "sector " + sector + " may hold nothing";
    String actual = word(tag);
    String expected = anyOf(permitted);
    Cause cause = causeOf(sector);
    Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (last != null && last.isContinuedBy(sector, expected, actual, cause)) {
      runs.set(runs.size() - 1, last.longer());
    } else {
      runs.add(new Run(sector, 1, expected, actual, cause));
    }
  }

  private String anyOf(long[] tags) {
    Set<String> all = new LinkedHashSet<>();
    for (long tag : tags) {
      all.add(word(tag));
    }
    return String.join(" or ", all);
  }

  /** The stamp of the call that reads was in its buffer before. */
  private String word(long tag) {
    boolean own = call >= 0 && Tags.isStamp(tag) && Tags.writeOf(tag) == call;
    return own ? "what was there before" : words.of(tag);
  }

  private Cause causeOf(long sector) {
    Cause cause = losses.causeOf(device, sector, call);
    String since = cause.isExplained() ? null : promises.promise(sector);
    return since == null ? cause : Cause.brokenPromise(since);
  }

  /** What was found since the last call. */
  List<Run> take() {
    if (runs.isEmpty()) {
      return List.of();
    }
    List<Run> all = List.copyOf(runs);
    runs.clear();
    return all;
  }

  /**
   * Neighbours.
   *
   * @param sector the first
   * @param count how many
   * @param expected what they should hold
   * @param actual what they hold
   * @param cause what is known of it
   */
  record Run(long sector, long count, String expected, String actual, Cause cause) {

    boolean isContinuedBy(long next, String should, String is, Cause why) {
      return next == sector + count
          && should.equals(expected)
          && is.equals(actual)
          && why.equals(cause);
    }

    Run longer() {
      return new Run(sector, count + 1, expected, actual, cause);
    }

    /** As people read it. */
    String text() {
      boolean one = count == 1;
      return (one ? "sector " + sector + " holds " : "sectors " + sector + "-" + last() + " hold ")
          + actual
          + ", should hold "
          + expected
          + (cause.since().isEmpty() ? "" : ", " + cause.since());
    }

    private long last() {
      return sector + count - 1;
    }
  }
}
