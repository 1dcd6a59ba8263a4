package io.dmio.fault;

import io.dmio.fault.PlaceRule.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which parts of rules are about some sectors of one device: all their ranges by their start, in
 * front of each group of them one that spans it, and so on for groups of groups. A query costs
 * O(log n + k log n) for k ranges found among n; a few ranges are a mere list.
 */
final class ExtentIndex {

  private static final int GROUPS = 8;
  private static final int A_GROUP = -1;

  private final Part[] parts;
  private final Span[] spans;
  private final int[] found;

  /** Indexes the places of parts. */
  ExtentIndex(List<Part> parts) {
    this.parts = parts.toArray(new Part[0]);
    List<Span> ranges = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      addRanges(part, ranges);
    }
    ranges.sort(null);
    found = new int[Math.max(ranges.size(), parts.size())];
    List<Span> all = new ArrayList<>();
    addInGroups(ranges, all);
    spans = all.toArray(new Span[0]);
  }

  /**
   * Finds the parts that are about any of the operations and have sectors of {@code [first, end)};
   * a flush is about all sectors.
   *
   * @param ops bits of {@link FaultOps}
   * @return how many there are
   */
  int find(int ops, long first, long end) {
    if (ops == FaultOps.FLUSH) {
      return findAll(ops);
    }
    int count = 0;
    int at = 0;
    while (at < spans.length && spans[at].start < end) {
      Span span = spans[at];
      if (span.end <= first || (span.ops & ops) == 0) {
        at = span.behind;
      } else {
        if (span.part != A_GROUP) {
          found[count++] = span.part;
        }
        at++;
      }
    }
    return count > 1 ? arrange(count) : count;
  }

  /** One of the parts that were found last, by number. */
  Part found(int i) {
    return parts[found[i]];
  }

  private int findAll(int ops) {
    int count = 0;
    for (int part = 0; part < parts.length; part++) {
      if (parts[part].rule().isAbout(ops)) {
        found[count++] = part;
      }
    }
    return count;
  }

  // By number; a part with several ranges under the bio was found several times.
  private int arrange(int count) {
    Arrays.sort(found, 0, count);
    int kept = 1;
    for (int i = 1; i < count; i++) {
      if (found[i] != found[kept - 1]) {
        found[kept++] = found[i];
      }
    }
    return kept;
  }

  private void addRanges(int part, List<Span> ranges) {
    SectorSet place = parts[part].place();
    for (int range = 0; range < place.ranges(); range++) {
      Span span = new Span(place.start(range), part);
      span.add(place.end(range), parts[part].rule().ops());
      ranges.add(span);
    }
  }

  private static void addInGroups(List<Span> ranges, List<Span> all) {
    if (ranges.size() <= GROUPS) {
      for (Span range : ranges) {
        all.add(range);
        range.behind = all.size();
      }
      return;
    }
    int size = (ranges.size() + GROUPS - 1) / GROUPS;
    for (int from = 0; from < ranges.size(); from += size) {
      List<Span> members = ranges.subList(from, Math.min(ranges.size(), from + size));
      Span group = new Span(members.get(0).start, A_GROUP);
      members.forEach(member -> group.add(member.end, member.ops));
      all.add(group);
      addInGroups(members, all);
      group.behind = all.size();
    }
  }

  /** A range of a part, or a group of ranges from the first to behind the last sector. */
  private static final class Span implements Comparable<Span> {

    final long start;
    final int part;
    long end;
    int ops;

    /** The index of the next that is no member of the group. */
    int behind;

    Span(long start, int part) {
      this.start = start;
      this.part = part;
    }

    void add(long memberEnd, int memberOps) {
      end = Math.max(end, memberEnd);
      ops |= memberOps;
    }

    @Override
    public int compareTo(Span other) {
      return Long.compare(start, other.start);
    }
  }
}
