package io.dmio.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of sectors of one device as sorted, disjoint, non-touching ranges {@code [start, end)}.
 *
 * <p>With n ranges a query costs O(log n + ranges found), a change O(n) words moved at the worst.
 */
final class SectorSet {

  private long[] starts;
  private long[] ends;
  private int ranges;

  /** Makes an empty set. */
  SectorSet() {
    starts = new long[1];
    ends = new long[1];
  }

  /** The sectors of some extents, whatever their device. */
  static SectorSet of(List<Extent> extents) {
    List<Extent> sorted = extents;
    if (!isSorted(extents)) {
      sorted = new ArrayList<>(extents);
      sorted.sort((a, b) -> Long.compare(a.first(), b.first()));
    }
    SectorSet set = new SectorSet();
    for (Extent extent : sorted) {
      set.add(extent.first(), extent.first() + extent.count());
    }
    return set;
  }

  /** A set with the same sectors. */
  SectorSet copy() {
    SectorSet copy = new SectorSet();
    copy.become(this);
    return copy;
  }

  /** Takes over the sectors of another set. */
  void become(SectorSet other) {
    if (starts.length < other.ranges) {
      starts = new long[other.ranges];
      ends = new long[other.ranges];
    }
    System.arraycopy(other.starts, 0, starts, 0, other.ranges);
    System.arraycopy(other.ends, 0, ends, 0, other.ranges);
    ranges = other.ranges;
  }

  void clear() {
    ranges = 0;
  }

  boolean isEmpty() {
    return ranges == 0;
  }

  /** How many ranges there are. */
  int ranges() {
    return ranges;
  }

  /** The first sector of a range. */
  long start(int range) {
    return starts[range];
  }

  /** The sector behind a range. */
  long end(int range) {
    return ends[range];
  }

  /** The first range that ends behind a sector. */
  int rangeFrom(long sector) {
    int low = 0;
    int high = ranges;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > sector) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** How many sectors there are. */
  long size() {
    return ranges == 0 ? 0 : count(starts[0], ends[ranges - 1]);
  }

  /** How many sectors of {@code [first, end)} are in the set. */
  long count(long first, long end) {
    long count = 0;
    for (int i = rangeFrom(first); i < ranges && starts[i] < end; i++) {
      count += Math.min(ends[i], end) - Math.max(starts[i], first);
    }
    return count;
  }

  /** The first sector from {@code first} on that is in the set; there must be one. */
  long next(long first) {
    return Math.max(first, starts[rangeFrom(first)]);
  }

  /** The sector with an index, from 0, among all of them; there must be one. */
  long at(long index) {
    long left = index;
    int range = 0;
    while (left >= ends[range] - starts[range]) {
      left -= ends[range] - starts[range];
      range++;
    }
    return starts[range] + left;
  }

  /** The last sector in front of {@code end} that is in the set; there must be one. */
  long last(long end) {
    int range = rangeFrom(end - 1);
    return range < ranges && starts[range] < end ? end - 1 : ends[range - 1] - 1;
  }

  /** Becomes what another set has of {@code [first, end)}. */
  void becomePart(SectorSet other, long first, long end) {
    ranges = 0;
    for (int i = other.rangeFrom(first); i < other.ranges && other.starts[i] < end; i++) {
      add(Math.max(first, other.starts[i]), Math.min(end, other.ends[i]));
    }
  }

  /** Adds {@code [first, end)}. */
  void add(long first, long end) {
    if (first >= end) {
      return;
    }
    int from = rangeFrom(first - 1);
    int to = from;
    long start = first;
    long stop = end;
    while (to < ranges && starts[to] <= end) {
      start = Math.min(start, starts[to]);
      stop = Math.max(stop, ends[to]);
      to++;
    }
    resize(from, to, 1);
    starts[from] = start;
    ends[from] = stop;
  }

  /** Removes {@code [first, end)}. */
  void remove(long first, long end) {
    if (first >= end) {
      return;
    }
    int from = rangeFrom(first);
    int to = from;
    while (to < ranges && starts[to] < end) {
      to++;
    }
    if (from == to) {
      return;
    }
    long start = starts[from];
    long stop = ends[to - 1];
    int left = start < first ? 1 : 0;
    int right = stop > end ? 1 : 0;
    resize(from, to, left + right);
    if (left == 1) {
      starts[from] = start;
      ends[from] = first;
    }
    if (right == 1) {
      starts[from + left] = end;
      ends[from + left] = stop;
    }
  }

  // Makes the ranges from..to count many; what they are is up to the caller.
  private void resize(int from, int to, int count) {
    int newRanges = ranges - (to - from) + count;
    if (newRanges > starts.length) {
      int capacity = Math.max(newRanges, starts.length * 2);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    System.arraycopy(starts, to, starts, from + count, ranges - to);
    System.arraycopy(ends, to, ends, from + count, ranges - to);
    ranges = newRanges;
  }

  private static boolean isSorted(List<Extent> extents) {
    for (int i = 1; i < extents.size(); i++) {
      if (extents.get(i - 1).first() > extents.get(i).first()) {
        return false;
      }
    }
    return true;
  }
}
