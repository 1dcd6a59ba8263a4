package io.dmio.planted;

import java.util.List;

/**
 * A mistake of a plausible engineer: other text in one place of one source of the simulator.
 *
 * @param about a few words
 * @param source of the simulator, such as {@code block/Sectors.java}
 * @param right the text that stands there, once
 * @param wrong what the mistake puts in its place
 * @param seenBy who must see it
 */
record Mistake(String about, String source, String right, String wrong, List<Witness> seenBy) {

  /**
   * A scenario of the catalog that fails with the mistake in place.
   *
   * @param scenario theme and name, such as {@code regions/narrow-queue}
   * @param check the check of its first failure, or {@code crashed}
   */
  record Witness(String scenario, String check) {}

  /** Makes a mistake; {@code seenBy} are scenarios and checks in turn. */
  static Mistake of(String about, String source, String right, String wrong, String... seenBy) {
    Witness[] witnesses = new Witness[seenBy.length / 2];
    for (int i = 0; i < witnesses.length; i++) {
      witnesses[i] = new Witness(seenBy[2 * i], seenBy[2 * i + 1]);
    }
    return new Mistake(about, source, right, wrong, List.of(witnesses));
  }

  @Override
  public String toString() {
    return source + ": " + about;
  }
}
