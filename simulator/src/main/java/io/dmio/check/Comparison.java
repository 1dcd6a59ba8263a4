package io.dmio.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks compare, and how often is counted: a check that has compared nothing has not
 * passed.
 *
 * <p>Each is counted where it is compared. {@link Check#BUG} compares nothing: the parts themselves
 * find their contradictions.
 */
public enum Comparison {
  /** Synchronous calls that wrote their error bits. */
  SYNC_BITS(Check.ERROR_BITS, "sync", "bitsets that synchronous calls returned"),
  /** Callbacks. */
  ASYNC_BITS(Check.ERROR_BITS, "async", "bitsets that callbacks heard"),
  /** Bios to stacked devices, and to queues that hold or cut. */
  STACKED_BIOS(
      Check.ERROR_BITS, "stacked", "bios above tables and queues, with their pieces below"),

  /** Calls that were not refused. */
  RETURNS(Check.CALLS, "returns", "returns of calls that were accepted"),
  /** Calls that were refused. */
  REFUSALS(Check.CALLS, "refusals", "returns of calls that were refused"),
  /** Callbacks. */
  NOTIFICATIONS(Check.CALLS, "notifications", "callbacks, when and how often they come"),
  /** Gets and puts. */
  GETS_AND_PUTS(Check.CALLS, "gets-and-puts", "returns of get and put"),

  /** Elements that were taken or came back, and new sizes. */
  POOL_CHANGES(
      Check.MEMPOOL, "changes", "changes of pools, by what is out and in reserve after each"),
  /** Sizes that may have changed. */
  RESERVE_SIZES(Check.MEMPOOL, "sizes", "sizes of reserves, with what the dialect makes them"),
  /** Gets and puts of classic. */
  HELD_PAGES(Check.MEMPOOL, "pages", "sizes of the reserve after a get or put (classic)"),
  /** Pools when all is over. */
  POOLS_AT_REST(Check.MEMPOOL, "at-rest", "pools at the end, out of which nothing may be"),
  /** Pools after a get or put of classic, and when all is over. */
  FULL_RESERVES(
      Check.MEMPOOL, "reserves", "reserves after a get or put and at the end, which must be full"),

  /** Submissions and ends. */
  BIO_ENDS(Check.LIFETIME, "bios", "submissions and ends of bios, while their call is not over"),
  /** Vectors of bios. */
  FRAMES(Check.LIFETIME, "frames", "vectors of bios, whose memory must be allocated"),
  /** Ends of calls that have an io of the pool. */
  IOS(Check.LIFETIME, "ios", "ends of calls whose io must be back in its pool"),
  /** Bios that their caller does not wait for any more. */
  LATE_BIOS(Check.LIFETIME, "late-bios", "bios of interrupted calls, whose memory nobody may use"),

  /** Bios of calls. */
  SHAPES(Check.SHAPE, "bios", "bios, by their sectors and vectors"),
  /** Bios of calls. */
  OPERATIONS(Check.SHAPE, "operations", "operations of bios"),
  /** Bios of calls. */
  PRIORITIES(Check.SHAPE, "priorities", "priorities of bios"),
  /** Bios of calls. */
  FLAGS(Check.SHAPE, "flags", "sets of flags of bios"),
  /** Regions of calls that have returned. */
  REGIONS(Check.SHAPE, "regions", "regions of calls that have returned, by what covers them"),

  /** Reads that ended well. */
  READ_SECTORS(Check.DATA, "reads", "sectors in memory that reads have brought"),
  /** Disks at the end. */
  SECTORS_AT_REST(Check.DATA, "at-rest", "sectors on disks at the end"),
  /** Reads that failed. */
  FAILED_READS(Check.DATA, "failed-reads", "bios of failed reads, by what is in their memory"),
  /** Reads that failed. */
  ITERATORS(Check.DATA, "iterators", "bios of failed reads, by where devices left their iterator"),
  /** Reads of stacked devices. */
  STACKED_SECTORS(
      Check.DATA, "stacked-reads", "sectors that reads through tables have brought from disks"),
  /** Bios through tables and queues that cut. */
  PIECES(Check.DATA, "pieces", "pieces of bios below tables, by where they come to a disk"),
  /** Reads of zero segments. */
  ZERO_SECTORS(Check.DATA, "zero-segments", "sectors that reads of zero segments have brought"),
  /** Bios to error segments. */
  ERROR_PARTS(Check.DATA, "error-segments", "parts of bios that went to error segments"),

  /** Reads that ended well. */
  DURABLE_READS(Check.DURABILITY, "reads", "sectors read that were durable when power failed"),
  /** Disks at the end. */
  DURABLE_AT_REST(
      Check.DURABILITY, "at-rest", "sectors at the end that were durable when power failed"),

  /** Ends of worlds. */
  RESTS(Check.PROGRESS, "rests", "ends of worlds, where nobody may wait"),

  /** Returns of calls. */
  USED_CALLS(Check.USAGE, "calls", "returns of calls, refused only where expected"),
  /** Returns of gets and puts. */
  USED_POOLS(Check.USAGE, "gets-and-puts", "returns of get and put, refused only where expected"),

  /** Reads and disks at the end. */
  LOSSLESS(Check.INTEGRITY, "sectors", "sectors, read or at the end, while losses must be 0"),

  /** Calls, gets and puts. */
  STEP_EXPECTATIONS(Check.EXPECT, "steps", "expectations of steps, each key of an expect"),
  /** Verify steps. */
  VERIFIED(Check.EXPECT, "verify", "sectors that verify has read"),
  /** Loads that verify. */
  READ_BACK(Check.EXPECT, "read-backs", "sectors that loads with verify have read back"),
  /** Expect at the top. */
  RUN_EXPECTATIONS(Check.EXPECT, "run", "expectations of the whole run, but of what is compared");

  private static final List<Comparison> ALL = List.of(values());

  private final Check check;
  private final String text;
  private final String about;

  Comparison(Check check, String text, String about) {
    this.check = check;
    this.text = text;
    this.about = about;
  }

  /** Which check compares it. */
  public Check check() {
    return check;
  }

  /** The name in results; among those of its check there is no other like it. */
  public String text() {
    return text;
  }

  /** The name in scenarios: that of its check, a dot, and its own. */
  public String fullText() {
    return check.text() + "." + text;
  }

  /** What is counted, in a few words. */
  public String about() {
    return about;
  }

  /** All of them, those of a check one after the other. */
  public static List<Comparison> all() {
    return ALL;
  }

  /** What a check compares. */
  public static List<Comparison> of(Check check) {
    List<Comparison> own = new ArrayList<>();
    for (Comparison comparison : ALL) {
      if (comparison.check == check) {
        own.add(comparison);
      }
    }
    return List.copyOf(own);
  }

  /** What a check compares under a name, or null. */
  public static @Nullable Comparison find(Check check, String text) {
    for (Comparison comparison : ALL) {
      if (comparison.check == check && comparison.text.equals(text)) {
        return comparison;
      }
    }
    return null;
  }
}
