package io.dmio.ledger;

import io.dmio.engine.IoMemory;
import java.util.Arrays;
import java.util.Comparator;

/** The stretches of memory that a call has, in order; those that meet are one. */
public final class MemoryExtents {

  private static final Comparator<long[]> BY_BEGIN = Comparator.comparingLong(extent -> extent[0]);

  private final long[][] runs;
  private final boolean overlapping;

  private MemoryExtents(long[][] runs, boolean overlapping) {
    this.runs = runs;
    this.overlapping = overlapping;
  }

  /** Those of a layout; what is empty is none. */
  static MemoryExtents of(IoMemory memory) {
    long[][] pieces = new long[MemoryLayout.pieces(memory)][];
    int count = 0;
    for (int piece = 0; piece < pieces.length; piece++) {
      long begin = MemoryLayout.address(memory, piece);
      long length = MemoryLayout.length(memory, piece);
      if (length > 0) {
        pieces[count++] = new long[] {begin, begin + length};
      }
    }
    Arrays.sort(pieces, 0, count, BY_BEGIN);
    return joined(pieces, count);
  }

  private static MemoryExtents joined(long[][] pieces, int count) {
    boolean overlapping = false;
    int runs = 0;
    for (int piece = 0; piece < count; piece++) {
      long[] next = pieces[piece];
      long[] last = runs == 0 ? null : pieces[runs - 1];
      if (last == null || next[0] > last[1]) {
        pieces[runs++] = next;
      } else {
        overlapping |= next[0] < last[1];
        last[1] = Math.max(last[1], next[1]);
      }
    }
    return new MemoryExtents(Arrays.copyOf(pieces, runs), overlapping);
  }

  /** Whether a byte is there twice. */
  boolean overlapThemselves() {
    return overlapping;
  }

  /** Whether they have a byte in common with others. */
  public boolean overlap(MemoryExtents others) {
    int mine = 0;
    int theirs = 0;
    while (mine < runs.length && theirs < others.runs.length) {
      long[] one = runs[mine];
      long[] other = others.runs[theirs];
      if (one[0] < other[1] && other[0] < one[1]) {
        return true;
      }
      if (one[1] <= other[1]) {
        mine++;
      } else {
        theirs++;
      }
    }
    return false;
  }
}
