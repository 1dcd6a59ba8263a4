package io.dmio.scenario;

import java.util.Comparator;

/** The order that makes a file's order of keys irrelevant. */
final class Sorted {

  /** By name. */
  static final Comparator<Entry<?>> BY_NAME = Comparator.comparing(Entry::name);

  private Sorted() {}
}
