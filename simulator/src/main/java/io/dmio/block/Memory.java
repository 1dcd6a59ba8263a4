package io.dmio.block;

import io.dmio.sim.LimitReached;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The host's simulated RAM.
 *
 * <p>An address is {@code frame * 4096 + offset}. Frames are handed out in runs of physically
 * contiguous frames; two runs are never neighbours, so what is contiguous is plain arithmetic.
 */
public final class Memory {

  /** How many pages it has, gaps between runs included: 16 GiB. */
  public static final int MOST_PAGES = 1 << 22;

  private static final int PAGE_SHIFT = Integer.numberOfTrailingZeros(Sectors.PAGE_SIZE);

  private final SectorStore contents;
  private final Map<Integer, ArrayDeque<Long>> freeRuns = new TreeMap<>();

  /** Of every frame: behind which frame the run ends that it is part of; 0: it is part of none. */
  private int[] runEnds = new int[64];

  private long nextFrame = 1;
  private long frees;

  /** Makes empty memory. */
  public Memory(PayloadMode mode, Tags tags) {
    contents = SectorStore.create(mode, tags, SectorContent.ZERO);
  }

  /**
   * Allocates contiguous pages; what they hold is left over from before.
   *
   * @return the address of the first
   * @throws LimitReached if it has no more than {@link #MOST_PAGES}
   */
  public long allocate(int pages) {
    if (pages <= 0) {
      throw new IllegalArgumentException("pages must be positive: " + pages);
    }
    ArrayDeque<Long> free = freeRuns.get(pages);
    long frame;
    if (free == null || free.isEmpty()) {
      frame = nextFrame;
      if (frame + pages > MOST_PAGES) {
        throw LimitReached.pages(frame + pages, MOST_PAGES);
      }
      nextFrame += pages + 1;
    } else {
      frame = free.removeLast();
    }
    beginRun(Math.toIntExact(frame), Math.toIntExact(frame + pages));
    return frame * Sectors.PAGE_SIZE;
  }

  private void beginRun(int frame, int end) {
    if (end > runEnds.length) {
      runEnds = Arrays.copyOf(runEnds, Math.max(end, runEnds.length * 2));
    }
    Arrays.fill(runEnds, frame, end, end);
  }

  /** Allocates pages in runs of {@code run} contiguous ones; the address of each page. */
  public long[] allocateScattered(int pages, int run) {
    long[] addresses = new long[pages];
    for (int first = 0; first < pages; first += run) {
      int length = Math.min(run, pages - first);
      long address = allocate(length);
      for (int i = 0; i < length; i++) {
        addresses[first + i] = address + (long) i * Sectors.PAGE_SIZE;
      }
    }
    return addresses;
  }

  /** Gives back what {@link #allocate} returned, whole. */
  public void free(long address, int pages) {
    int frame = Math.toIntExact(address / Sectors.PAGE_SIZE);
    if (address % Sectors.PAGE_SIZE != 0 || !isRun(frame, pages)) {
      throw new IllegalArgumentException(
          "not a run that is allocated: " + pages + " pages from address " + address);
    }
    frees++;
    Arrays.fill(runEnds, frame, frame + pages, 0);
    freeRuns.computeIfAbsent(pages, p -> new ArrayDeque<>()).addLast((long) frame);
  }

  /** Whether exactly these frames are one run: there is always a gap before it. */
  private boolean isRun(int frame, int pages) {
    return 0 < frame
        && frame < runEnds.length
        && pages > 0
        && runEnds[frame] == frame + pages
        && runEnds[frame - 1] == 0;
  }

  /** Gives back what {@link #allocateScattered} returned. */
  public void freeScattered(long[] addresses, int run) {
    for (int first = 0; first < addresses.length; first += run) {
      free(addresses[first], Math.min(run, addresses.length - first));
    }
  }

  /** Power is gone: nothing is allocated any more, and everything is zero. */
  public void lose() {
    contents.forEachChunk(
        (first, tags) -> contents.zero(Sectors.toBytes(first), tags.length * Sectors.SIZE));
    frees++;
    freeRuns.clear();
    Arrays.fill(runEnds, 0);
    nextFrame = 1;
  }

  /** Whether the page of an address is allocated. */
  public boolean isAllocated(long address) {
    return isAllocated(address, address + 1);
  }

  /** Whether all pages from an address until another are allocated. */
  public boolean isAllocated(long address, long end) {
    int frame = (int) (address >> PAGE_SHIFT);
    return 0 <= frame && frame < runEnds.length && end <= (long) runEnds[frame] << PAGE_SHIFT;
  }

  /** How often something was given back: as long as it is the same, what was there still is. */
  public long frees() {
    return frees;
  }

  /** What the memory holds, at the positions of the addresses. */
  public SectorStore contents() {
    return contents;
  }
}
