package io.dmio.scenario.shape;

import java.util.ArrayList;
import java.util.List;

/** The order that makes a file's order of keys irrelevant. */
public final class Sorted {

  private Sorted() {}

  /** The same entries by name. */
  public static <T> List<Entry<T>> byName(List<Entry<T>> entries) {
    List<Entry<T>> sorted = new ArrayList<>(entries);
    sorted.sort((a, b) -> a.name().compareTo(b.name()));
    return sorted;
  }
}
