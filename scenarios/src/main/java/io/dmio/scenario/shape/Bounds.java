package io.dmio.scenario.shape;

import io.dmio.block.Sectors;
import io.dmio.mempool.Mempool;

/**
 * The largest numbers of the language.
 *
 * <p>They are far beyond what a scenario needs, and small enough that sums and products of a few of
 * them fit into 64 bits, and that what is made of one number alone fits into memory.
 */
public final class Bounds {

  /** Bytes of a scenario's file; so much is read in a second or two. */
  public static final int FILE_BYTES = 3 << 20;

  /** Characters of one line of it. */
  public static final int LINE_CHARACTERS = 1 << 20;

  /** Bytes of a trace or a job file. */
  public static final long TRACE_BYTES = 256L << 20;

  /** Pages of one get or put: their ios fill the largest reserve. */
  public static final int PAGES = Mempool.MOST_ELEMENTS / 4;

  /** Elements of a reserve. */
  public static final int ELEMENTS = Mempool.MOST_ELEMENTS;

  /** Sectors of a region: every one of them is followed. */
  public static final long REGION_SECTORS = 1 << 21;

  /** Pages of one buffer: those of the largest region. */
  public static final long BUFFER_PAGES = REGION_SECTORS / Sectors.PER_PAGE;

  /** Calls that a load or replay has under way at once: each has a buffer of its own. */
  public static final int IODEPTH = 1 << 16;

  /** Nanoseconds: three years. */
  public static final long NANOS = 100_000_000_000_000_000L;

  /** Events, calls, bios, matches, onsets. */
  public static final long COUNT = 1_000_000_000_000L;

  /** Bytes of a device, 1 EiB, and every other number of bytes. */
  public static final long BYTES = 1L << 60;

  /** Sectors of a device. */
  public static final long DEVICE_SECTORS = Sectors.ofBytes(BYTES);

  /** A sector that is spoken of, be it past the end of its device. */
  public static final long SECTOR = 4 * DEVICE_SECTORS;

  /** Sectors of a limit of a queue, as the kernel counts them: 32 bits. */
  public static final long QUEUE_SECTORS = 0xffff_ffffL;

  /** Steps of all tasks, each as often as its task has instances. */
  public static final int STEPS = 1 << 18;

  /** Parts of a mixture. */
  public static final int PARTS = 64;

  /** Tables that stand on each other. */
  public static final int STACK = 32;

  private Bounds() {}
}
