package io.dmio.check;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Versions of the sectors of one granule, in no order. The objects are reused. */
final class Versions {

  /** Those from {@code count} on are spare. */
  private Version[] versions = {new Version(), new Version()};

  private int count;

  /** How many there are. */
  int count() {
    return count;
  }

  /** One of them, from 0. */
  Version get(int number) {
    assert number < count : "version " + number + " of " + count;
    return versions[number];
  }

  /** Whether the next one needs more room. */
  boolean isFull() {
    return count == versions.length;
  }

  /** Adds one, of which the caller says at once what it is. */
  Version add() {
    if (isFull()) {
      grow();
    }
    return versions[count++];
  }

  private void grow() {
    versions = Arrays.copyOf(versions, count * 2);
    for (int i = count; i < versions.length; i++) {
      versions[i] = new Version();
    }
  }

  /** The version of a write in flight, or null if none of its sectors may hold it any more. */
  @Nullable Version of(CheckedBio write) {
    for (int i = 0; i < count; i++) {
      if (versions[i].isOf(write)) {
        return versions[i];
      }
    }
    return null;
  }

  /** Drops all. */
  void clear() {
    count = 0;
  }

  /** Some sectors hold none of them. */
  void remove(int sectors) {
    for (int i = 0; i < count; i++) {
      versions[i].remove(sectors);
    }
  }

  /** Drops those that no sector may hold. */
  void dropEmpty() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      if (version.sectors() != 0) {
        versions[i] = versions[kept];
        versions[kept++] = version;
      }
    }
    count = kept;
  }
}
