package io.dmio.architecture;

import java.util.List;

/**
 * A package right below {@code io.dmio}, and all packages below that one.
 *
 * @param name the first segment below {@code io.dmio}
 * @param uses the rooms that it may use, by name
 * @param libraries the packages outside of {@code io.dmio} that it may use beside those that its
 *     whole module may, as ArchUnit's patterns
 */
record Room(String name, List<String> uses, List<String> libraries) {

  Room {
    uses = List.copyOf(uses);
    libraries = List.copyOf(libraries);
  }

  static Room of(String name, String... uses) {
    return new Room(name, List.of(uses), List.of());
  }

  Room withLibraries(String... patterns) {
    return new Room(name, uses, List.of(patterns));
  }
}
