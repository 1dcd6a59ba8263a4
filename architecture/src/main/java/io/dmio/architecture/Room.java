package io.dmio.architecture;

import java.util.List;

/**
 * A package right below {@code io.dmio}, and all packages below that one.
 *
 * @param name the first segment below {@code io.dmio}
 * @param uses the rooms that it may use, by name
 * @param libraries the packages outside of {@code io.dmio} that it may use beside those that its
 *     whole module may, as ArchUnit's patterns
 * @param leastAssertions how many states its root package asserts at least, in 1000 lines of code
 */
record Room(String name, List<String> uses, List<String> libraries, int leastAssertions) {

  Room {
    uses = List.copyOf(uses);
    libraries = List.copyOf(libraries);
  }

  static Room of(String name, String... uses) {
    return new Room(name, List.of(uses), List.of(), 0);
  }

  Room withLibraries(String... patterns) {
    return new Room(name, uses, List.of(patterns), leastAssertions);
  }

  Room asserting(int least) {
    return new Room(name, uses, libraries, least);
  }
}
