package io.dmio.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Which parts of rules are about a sector: all ranges of one device by their start, under a tree of
 * the greatest end. A query costs O(log n + k log n) for k ranges found among n.
 */
final class ExtentIndex {

  private final long[] starts;
  private final int[] owners;
  private final long[] greatestEnd;
  private final int leaves;

  /** Indexes the places of parts; a part is named by its index in the list. */
  ExtentIndex(List<PlaceRule.Part> parts) {
    List<Entry> entries = new ArrayList<>();
    for (int owner = 0; owner < parts.size(); owner++) {
      SectorSet place = parts.get(owner).place();
      for (int range = 0; range < place.ranges(); range++) {
        entries.add(new Entry(place.start(range), place.end(range), owner));
      }
    }
    entries.sort(null);
    starts = new long[entries.size()];
    owners = new int[entries.size()];
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, starts.length * 2 - 1)));
    greatestEnd = new long[leaves * 2];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = entries.get(i).start();
      owners[i] = entries.get(i).owner();
      greatestEnd[leaves + i] = entries.get(i).end();
    }
    for (int node = leaves - 1; node > 0; node--) {
      greatestEnd[node] = Math.max(greatestEnd[node * 2], greatestEnd[node * 2 + 1]);
    }
  }

  /** Shows the owner of every range that overlaps {@code [first, end)}, by start. */
  void find(long first, long end, Found found) {
    descend(1, 0, leaves, startsBefore(end), first, found);
  }

  private void descend(int node, int from, int width, int limit, long first, Found found) {
    if (from >= limit || greatestEnd[node] <= first) {
      return;
    }
    if (width == 1) {
      found.owner(owners[from]);
      return;
    }
    int half = width >> 1;
    descend(node * 2, from, half, limit, first, found);
    descend(node * 2 + 1, from + half, half, limit, first, found);
  }

  private int startsBefore(long sector) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < sector) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Sees one range's owner. */
  @FunctionalInterface
  interface Found {

    void owner(int owner);
  }

  private record Entry(long start, long end, int owner) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int byStart = Long.compare(start, other.start);
      return byStart != 0 ? byStart : Integer.compare(owner, other.owner);
    }
  }
}
