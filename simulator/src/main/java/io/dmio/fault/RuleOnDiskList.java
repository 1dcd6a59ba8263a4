package io.dmio.fault;

import io.dmio.fault.SectorRule.RuleOnDisk;

/** Some parts of rules; reused. */
final class RuleOnDiskList {

  private final RuleOnDisk[] rules;
  private int size;

  /** Makes an empty list. */
  RuleOnDiskList(int capacity) {
    rules = new RuleOnDisk[capacity];
  }

  int size() {
    return size;
  }

  RuleOnDisk get(int index) {
    return rules[index];
  }

  void add(RuleOnDisk rule) {
    rules[size++] = rule;
  }

  void clear() {
    size = 0;
  }
}
