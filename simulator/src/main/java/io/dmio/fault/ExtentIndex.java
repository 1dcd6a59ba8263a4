package io.dmio.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which parts of rules are about some sectors of one device: all their ranges by their start, in
 * front of each group of them one that spans it, and so on for groups of groups. A query costs
 * O(log n + k log n) for k ranges found among n; a few ranges are a mere list. Where all parts that
 * are about an operation meet, as those do that have the whole device, nothing is searched.
 */
final class ExtentIndex {

  private static final int GROUPS = 8;
  private static final int A_GROUP = -1;

  private final RuleOnDisk[] rules;
  private final Span[] spans;
  private final Meeting[] meetings;
  private final int[] numbers;
  private final List<RuleOnDisk> found;

  /** Indexes the places of parts. */
  ExtentIndex(List<RuleOnDisk> rules) {
    this.rules = rules.toArray(new RuleOnDisk[0]);
    List<Span> ranges = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      addRanges(rule, ranges);
    }
    ranges.sort(null);
    numbers = new int[ranges.size()];
    found = new ArrayList<>(rules.size());
    List<Span> all = new ArrayList<>();
    addInGroups(ranges, all);
    spans = all.toArray(new Span[0]);
    meetings = new Meeting[FaultOps.COUNT];
    for (int op = 0; op < meetings.length; op++) {
      meetings[op] = new Meeting(rules, FaultOps.ofIndex(op));
    }
  }

  /**
   * Finds the parts that are about an operation and have sectors of {@code [first, end)}; a flush
   * is about all sectors.
   *
   * @param op a bit of {@link FaultOps}
   * @return by number, until the next question
   */
  List<RuleOnDisk> find(int op, long first, long end) {
    Meeting meeting = meetings[FaultOps.index(op)];
    return meeting.spans(first, end) ? meeting.rules : search(op, first, end);
  }

  /**
   * Finds the parts that have sectors of {@code [first, end)}, whatever they are about.
   *
   * @return by number, until the next question
   */
  List<RuleOnDisk> findAny(long first, long end) {
    return search(FaultOps.ALL, first, end);
  }

  private List<RuleOnDisk> search(int ops, long first, long end) {
    int count = 0;
    int at = 0;
    while (at < spans.length && spans[at].start < end) {
      Span span = spans[at];
      if (span.end <= first || (span.ops & ops) == 0) {
        at = span.behind;
      } else {
        if (span.rule != A_GROUP) {
          numbers[count++] = span.rule;
        }
        at++;
      }
    }
    return byNumber(count);
  }

  // A part with several ranges under the bio was found several times.
  private List<RuleOnDisk> byNumber(int count) {
    if (count > 1) {
      Arrays.sort(numbers, 0, count);
    }
    found.clear();
    for (int i = 0; i < count; i++) {
      if (i == 0 || numbers[i] != numbers[i - 1]) {
        found.add(rules[numbers[i]]);
      }
    }
    return found;
  }

  private void addRanges(int rule, List<Span> ranges) {
    SectorSet sectors = rules[rule].sectors();
    for (int range = 0; range < sectors.ranges(); range++) {
      Span span = new Span(sectors.start(range), rule);
      span.add(sectors.end(range), rules[rule].ops());
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
    final int rule;
    long end;
    int ops;

    /** The index of the next that is no member of the group. */
    int behind;

    Span(long start, int rule) {
      this.start = start;
      this.rule = rule;
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

  /** Sectors that all parts have that are about an operation, and these parts. */
  private static final class Meeting {

    final List<RuleOnDisk> rules;
    private final long start;
    private final long end;

    Meeting(List<RuleOnDisk> among, int op) {
      rules = new ArrayList<>(among.size());
      long latest = Long.MIN_VALUE;
      long earliest = Long.MAX_VALUE;
      for (RuleOnDisk rule : among) {
        if ((rule.ops() & op) != 0) {
          rules.add(rule);
          if (op != FaultOps.FLUSH) {
            latest = Math.max(latest, rule.sectors().start(0));
            earliest = Math.min(earliest, rule.sectors().end(0));
          }
        }
      }
      start = latest;
      end = earliest;
    }

    boolean spans(long first, long behind) {
      return first >= start && behind <= end;
    }
  }
}
