package io.dmio.fault;

import io.dmio.fault.PlaceRule.Part;

/** Some parts of rules; reused. */
final class PartList {

  private final Part[] parts;
  private int size;

  /** Makes an empty list. */
  PartList(int capacity) {
    parts = new Part[capacity];
  }

  int size() {
    return size;
  }

  Part get(int index) {
    return parts[index];
  }

  void add(Part part) {
    parts[size++] = part;
  }

  void clear() {
    size = 0;
  }
}
