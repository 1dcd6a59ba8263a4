package io.dmio.fault;

import io.dmio.fault.PlaceRule.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which parts of rules are about some sectors of one device: all their ranges by their start, as
 * the leaves of a tree. A query costs O(log n + k log n) for k ranges found among n; few ranges are
 * no more than a list.
 */
final class ExtentIndex {

  private static final int MOST_BELOW = 8;
  private static final int NO_LEAF = -1;

  private final Part[] parts;
  private final Node[] top;
  private final int[] found;
  private int count;

  /** Indexes the places of parts. */
  ExtentIndex(List<Part> parts) {
    this.parts = parts.toArray(new Part[0]);
    List<Node> nodes = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      addRanges(part, nodes);
    }
    nodes.sort(null);
    found = new int[Math.max(nodes.size(), parts.size())];
    while (nodes.size() > MOST_BELOW) {
      nodes = grouped(nodes);
    }
    top = nodes.toArray(new Node[0]);
  }

  /**
   * Finds the parts that are about any of the operations and have sectors of {@code [first, end)};
   * a flush is about all sectors.
   *
   * @param ops bits of {@link FaultOps}
   * @return how many there are
   */
  int find(int ops, long first, long end) {
    count = 0;
    if (ops == FaultOps.FLUSH) {
      findAll(ops);
    } else {
      find(top, ops, first, end);
    }
    if (count > 1) {
      arrange();
    }
    return count;
  }

  /** One of the parts that were found last, by number. */
  Part found(int i) {
    return parts[found[i]];
  }

  private void findAll(int ops) {
    for (int part = 0; part < parts.length; part++) {
      if (parts[part].rule().isAbout(ops)) {
        found[count++] = part;
      }
    }
  }

  private void find(Node[] nodes, int ops, long first, long end) {
    for (Node node : nodes) {
      if (node.start >= end) {
        return;
      }
      if (node.end > first && (node.ops & ops) != 0) {
        if (node.part == NO_LEAF) {
          find(node.below, ops, first, end);
        } else {
          found[count++] = node.part;
        }
      }
    }
  }

  // By number; a part with several ranges under the bio was found several times.
  private void arrange() {
    Arrays.sort(found, 0, count);
    int kept = 1;
    for (int i = 1; i < count; i++) {
      if (found[i] != found[kept - 1]) {
        found[kept++] = found[i];
      }
    }
    count = kept;
  }

  private void addRanges(int part, List<Node> nodes) {
    SectorSet place = parts[part].place();
    int ops = parts[part].rule().ops();
    for (int range = 0; range < place.ranges(); range++) {
      nodes.add(new Node(place.start(range), place.end(range), ops, part, new Node[0]));
    }
  }

  private static List<Node> grouped(List<Node> nodes) {
    List<Node> groups = new ArrayList<>();
    for (int from = 0; from < nodes.size(); from += MOST_BELOW) {
      groups.add(group(nodes.subList(from, Math.min(nodes.size(), from + MOST_BELOW))));
    }
    return groups;
  }

  private static Node group(List<Node> nodes) {
    long end = 0;
    int ops = 0;
    for (Node node : nodes) {
      end = Math.max(end, node.end);
      ops |= node.ops;
    }
    return new Node(nodes.get(0).start, end, ops, NO_LEAF, nodes.toArray(new Node[0]));
  }

  /** A range of a part, or a few nodes that follow each other: from their least start. */
  private record Node(long start, long end, int ops, int part, Node[] below)
      implements Comparable<Node> {

    @Override
    public int compareTo(Node other) {
      return Long.compare(start, other.start);
    }
  }
}
