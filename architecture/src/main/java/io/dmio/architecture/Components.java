package io.dmio.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The strongly connected components of a graph of names, by Tarjan's algorithm. */
final class Components {

  private final Map<String, ? extends Set<String>> edges;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<SortedSet<String>> found = new ArrayList<>();

  private Components(Map<String, ? extends Set<String>> edges) {
    this.edges = edges;
  }

  /**
   * Finds the groups whose members all reach each other.
   *
   * @param edges what each name leads to; names that are not a key lead nowhere and are left out
   * @return the groups of two and more
   */
  static List<SortedSet<String>> circlesOf(Map<String, ? extends Set<String>> edges) {
    Components components = new Components(edges);
    for (String name : edges.keySet()) {
      if (!components.indexes.containsKey(name)) {
        components.visit(name);
      }
    }
    return components.found.stream().filter(group -> group.size() > 1).toList();
  }

  private void visit(String name) {
    int index = indexes.size();
    indexes.put(name, index);
    lowest.put(name, index);
    open.push(name);
    for (String next : Objects.requireNonNull(edges.get(name))) {
      if (!edges.containsKey(next)) {
        continue;
      }
      if (!indexes.containsKey(next)) {
        visit(next);
        lowest.merge(name, lowest.get(next), Math::min);
      } else if (open.contains(next)) {
        lowest.merge(name, indexes.get(next), Math::min);
      }
    }
    if (lowest.get(name) == index) {
      close(name);
    }
  }

  private void close(String root) {
    TreeSet<String> group = new TreeSet<>();
    while (!group.contains(root)) {
      group.add(open.pop());
    }
    found.add(group);
  }
}
