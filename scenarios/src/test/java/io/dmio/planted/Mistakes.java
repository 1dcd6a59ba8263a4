package io.dmio.planted;

import java.util.List;
import java.util.stream.Stream;

/** All mistakes that are planted, each with scenarios of the catalog that see it. */
final class Mistakes {

  private Mistakes() {}

  static List<Mistake> all() {
    return Stream.of(SharedMistakes.all(), EngineMistakes.all(), DiskMistakes.all())
        .flatMap(List::stream)
        .toList();
  }
}
