package io.dmio.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.dmio.architecture.Uses.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules about rooms and packages. Each gives what breaks it, in words. */
final class RoomRules {

  private final ModulePlan plan;
  private final JavaClasses classes;
  private final List<Use> uses;
  private final Map<String, Room> rooms = new HashMap<>();

  RoomRules(ModulePlan plan, JavaClasses classes) {
    this.plan = plan;
    this.classes = classes;
    this.uses = Uses.in(classes);
    plan.rooms().forEach(room -> rooms.put(room.name(), room));
  }

  /** Rooms that are built and not in the table, or in the table and not built. */
  List<String> differencesFromTheTable() {
    TreeSet<String> built = new TreeSet<>();
    classes.forEach(type -> built.add(Uses.room(type)));
    List<String> differences = new ArrayList<>();
    for (String room : built) {
      if (!rooms.containsKey(room)) {
        differences.add("the table of rooms does not have " + room);
      } else if (plan.notBuilt().contains(room)) {
        differences.add(room + " is built, and listed as not built");
      }
    }
    for (String room : rooms.keySet()) {
      if (!built.contains(room) && !plan.notBuilt().contains(room)) {
        differences.add(room + " has no class, and is not listed as not built");
      }
    }
    return differences;
  }

  /** Uses of another room, or of a library, that the table does not allow. */
  List<String> usesBesideTheTable() {
    Map<String, Predicate<JavaClass>> libraries = new HashMap<>();
    rooms.forEach((name, room) -> libraries.put(name, librariesOf(room)));
    return uses.stream()
        .filter(use -> rooms.containsKey(Uses.room(use.from())))
        .filter(
            use ->
                !mayUse(
                    Objects.requireNonNull(rooms.get(Uses.room(use.from()))), use.to(), libraries))
        .map(use -> Uses.room(use.from()) + " may not use this: " + use.words())
        .toList();
  }

  private DescribedPredicate<JavaClass> librariesOf(Room room) {
    return JavaClass.Predicates.resideInAnyPackage(
        Stream.concat(plan.libraries().stream(), room.libraries().stream()).toArray(String[]::new));
  }

  private static boolean mayUse(
      Room room, JavaClass type, Map<String, Predicate<JavaClass>> libraries) {
    if (!Uses.isOurs(type)) {
      return Objects.requireNonNull(libraries.get(room.name())).test(type);
    }
    String other = Uses.room(type);
    return other.equals(room.name()) || room.uses().contains(other);
  }

  /** Uses of an inner package from outside of its room, but for the plan's doors. */
  List<String> usesOfInnerPackages() {
    return uses.stream()
        .filter(RoomRules::goesInside)
        .filter(use -> plan.doors().stream().noneMatch(door -> isThrough(door, use)))
        .map(use -> Uses.below(use.to()) + " is an inner package: " + use.words())
        .toList();
  }

  private static boolean goesInside(Use use) {
    return Uses.isOurs(use.to())
        && !Uses.room(use.from()).equals(Uses.room(use.to()))
        && !Uses.below(use.to()).equals(Uses.room(use.to()));
  }

  private static boolean isThrough(Door door, Use use) {
    return Uses.below(use.from()).equals(door.from()) && Uses.below(use.to()).equals(door.to());
  }

  /** Doors that nothing goes through. */
  List<String> idleDoors() {
    return plan.doors().stream()
        .filter(door -> uses.stream().noneMatch(use -> goesInside(use) && isThrough(door, use)))
        .map(door -> "nothing in " + door.from() + " uses " + door.to() + " any more")
        .toList();
  }

  /** Circles of packages, with one use for each step inside. */
  List<String> circlesOfPackages() {
    return Components.circlesOf(Uses.ofPackages(classes)).stream()
        .map(circle -> String.join(" - ", circle) + ":" + stepsInside(circle))
        .toList();
  }

  private String stepsInside(Set<String> circle) {
    Map<String, String> steps = new TreeMap<>();
    for (Use use : uses) {
      String from = Uses.below(use.from());
      String to = Uses.below(use.to());
      if (!from.equals(to) && circle.contains(from) && circle.contains(to)) {
        steps.putIfAbsent(from + " uses " + to, use.words());
      }
    }
    StringBuilder words = new StringBuilder();
    steps.forEach((step, use) -> words.append("\n  ").append(step).append(": ").append(use));
    return words.toString();
  }
}
