package io.dmio.architecture;

import java.util.List;

/**
 * What one Maven module consists of, and where it may leave the straight way.
 *
 * @param name the module's folder
 * @param rooms its rooms, from the bottom up: each uses only rooms that stand before it, here or in
 *     a lower module
 * @param notBuilt the rooms that have no class yet, by name
 * @param libraries the packages outside of {@code io.dmio} that all its rooms may use, as
 *     ArchUnit's patterns
 * @param leastSources how many sources it has at least: below it the rules have not seen the module
 * @param doors the inner packages that are used from outside of their room
 * @param knots the circles of classes that are larger than {@link Knots#LARGEST}
 */
record ModulePlan(
    String name,
    List<Room> rooms,
    List<String> notBuilt,
    List<String> libraries,
    int leastSources,
    List<Door> doors,
    List<Knot> knots) {

  ModulePlan {
    rooms = List.copyOf(rooms);
    notBuilt = List.copyOf(notBuilt);
    libraries = List.copyOf(libraries);
    doors = List.copyOf(doors);
    knots = List.copyOf(knots);
  }
}
