package io.dmio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small house, {@code io.dmio.ground} and {@code io.dmio.upper}, that breaks every rule. */
final class LawIsBrokenTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPackages("io.dmio.ground", "io.dmio.upper");

  private static final List<Room> ROOMS = List.of(Room.of("ground"), Room.of("upper", "ground"));

  private static ModulePlan plan(
      List<Room> rooms, List<String> notBuilt, List<Door> doors, List<Knot> knots) {
    return new ModulePlan("small", rooms, notBuilt, List.of("java.lang.."), 5, doors, knots);
  }

  private static RoomRules rules(List<Door> doors) {
    return new RoomRules(plan(ROOMS, List.of(), doors, List.of()), CLASSES);
  }

  private static Knots knots(Knot... knots) {
    return new Knots(plan(ROOMS, List.of(), List.of(), List.of(knots)), CLASSES);
  }

  @Test
  void rooms_missingOrTooMany_areTold() {
    ModulePlan plan =
        plan(
            List.of(Room.of("ground"), Room.of("roof"), Room.of("attic")),
            List.of("ground", "attic"),
            List.of(),
            List.of());
    assertThat(new RoomRules(plan, CLASSES).differencesFromTheTable())
        .containsExactlyInAnyOrder(
            "ground is built, and listed as not built",
            "the table of rooms does not have upper",
            "roof has no class, and is not listed as not built");
  }

  @Test
  void useBesideTheTable_isTold_ofRoomsAndOfLibraries() {
    assertThat(rules(List.of()).usesBesideTheTable())
        .allMatch(words -> words.startsWith("ground may not use this: "))
        .anyMatch(words -> words.contains("io.dmio.upper.Window"))
        .anyMatch(words -> words.contains("java.util.Optional"))
        .noneMatch(words -> words.contains("<io.dmio.ground.Stone>"));
  }

  @Test
  void innerPackage_isOpenThroughADoorOnly() {
    assertThat(rules(List.of()).usesOfInnerPackages())
        .isNotEmpty()
        .allMatch(words -> words.contains("io.dmio.upper.Window"))
        .allMatch(words -> words.contains("io.dmio.ground.cellar.Barrel"));
    RoomRules open = rules(List.of(new Door("upper", "ground.cellar", "the view")));
    assertThat(open.usesOfInnerPackages()).isEmpty();
    assertThat(open.idleDoors()).isEmpty();
  }

  @Test
  void idleDoor_isTold() {
    assertThat(rules(List.of(new Door("ground", "upper.attic", "none"))).idleDoors())
        .containsExactly("nothing in ground uses upper.attic any more");
  }

  @Test
  void circleOfARootAndItsInnerPackage_isTold_withItsSteps() {
    assertThat(rules(List.of()).circlesOfPackages())
        .singleElement()
        .asString()
        .startsWith("ground - ground.cellar - upper:")
        .contains("ground uses ground.cellar: ", "ground.cellar uses ground: ");
  }

  @Test
  void knotOfFive_isTold_unlessItIsExcepted() {
    assertThat(knots().tooLarge())
        .containsExactly("5 classes of upper need each other: Chain Clasp Hook Link Ring");
    Knot fitting = new Knot("upper", "Hook", 5, "a ring has no end");
    assertThat(knots(fitting).tooLarge()).isEmpty();
    assertThat(knots(fitting).idleExceptions()).isEmpty();
    assertThat(knots(new Knot("upper", "Hook", 4, "too few")).tooLarge()).hasSize(1);
  }

  @Test
  void idleExceptionOfAKnot_isTold() {
    assertThat(knots(new Knot("upper", "Hook", 6, "too many")).idleExceptions())
        .containsExactly("no 6 classes of upper with Hook need each other any more");
    assertThat(knots(new Knot("upper", "Window", 5, "another")).idleExceptions()).hasSize(1);
  }

  @Test
  void packageWithoutPurpose_isTold(@TempDir Path folder) throws IOException {
    write(folder.resolve("a/A.java"), "class A {}");
    write(folder.resolve("b/package-info.java"), "/** B. */\n@NullMarked\npackage b;\n");
    String purpose = "/**\n * The third package of the house, and the last.\n";
    String belongs = " *\n * <p>A new thing goes\n * here.";
    String knows = " Knows nothing.";
    String end = "\n */\n@NullMarked\npackage c;\n";
    write(folder.resolve("c/package-info.java"), purpose + belongs + knows + end);
    write(folder.resolve("d/package-info.java"), purpose + belongs + end);
    write(folder.resolve("e/package-info.java"), purpose + " *\n * <p>" + knows + end);
    write(folder.resolve("f/package-info.java"), "/**\n" + belongs + knows + end);
    Sources sources = new Sources(folder);
    assertThat(sources.packagesWithoutPurpose()).containsExactly("a", "b", "d", "e", "f");
    assertThat(sources.classNames()).containsExactly("a.A");
  }

  @Test
  void assertions_areCountedInCode_andArgumentsAreNone(@TempDir Path folder) throws IOException {
    String argument = "throw new IllegalArgumentException(text);\n";
    String bug = "if (broken) throw new KernelBug(text);\n";
    String comment = "/* throw new KernelBug(text);\n */\n// assert nothing\n\n";
    write(
        folder.resolve("io/dmio/a/A.java"), argument + bug + comment + "assert true;\n" + argument);
    write(folder.resolve("io/dmio/a/inner/B.java"), argument);
    Sources sources = new Sources(folder);
    assertThat(sources.assertionsPerThousandLines("a")).isEqualTo(500);
    assertThat(sources.assertionsPerThousandLines("b")).isZero();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void components_areFound_whereOneLeadsToAnother() {
    Map<String, Set<String>> edges =
        Map.of(
            "a", Set.of("b", "elsewhere"),
            "b", Set.of("c", "d"),
            "c", Set.of("a"),
            "d", Set.of("e", "d"),
            "e", Set.of("d"),
            "f", Set.of("f", "a"));
    assertThat(Components.circlesOf(edges))
        .containsExactlyInAnyOrder(
            new TreeSet<>(Set.of("a", "b", "c")), new TreeSet<>(Set.of("d", "e")));
  }

  @Test
  void table_leadsDownOnly() {
    Set<String> above = new HashSet<>();
    for (ModulePlan module : House.modules()) {
      for (Room room : module.rooms()) {
        assertThat(above).as("what %s uses", room.name()).containsAll(room.uses());
        assertThat(above.add(room.name())).as("%s is there once", room.name()).isTrue();
      }
    }
  }
}
