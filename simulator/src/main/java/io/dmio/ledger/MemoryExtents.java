package io.dmio.ledger;

import io.dmio.block.Bio;
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
      assert begin >= 0 : "piece " + piece + " is at " + begin;
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

  /** Whether a vector of a bio has memory that another has as well. Allocates nothing. */
  public static boolean overlapWithin(Bio bio) {
    for (int vec = 1; vec < bio.vecCount(); vec++) {
      long endBefore = bio.vecAddress(vec - 1) + bio.vecLength(vec - 1);
      if (bio.vecAddress(vec) < endBefore) {
        return overlapSomewhere(bio);
      }
    }
    return false;
  }

  /** The same of vectors that are not in the order of their memory. */
  private static boolean overlapSomewhere(Bio bio) {
    for (int vec = 1; vec < bio.vecCount(); vec++) {
      long first = bio.vecAddress(vec);
      long end = first + bio.vecLength(vec);
      for (int other = 0; other < vec; other++) {
        long otherFirst = bio.vecAddress(other);
        if (first < otherFirst + bio.vecLength(other) && otherFirst < end) {
          return true;
        }
      }
    }
    return false;
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
