package io.dmio.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds this module to the design's table of rooms. */
final class ArchitectureTest {

  private static final String ONLY_CLI = "only cli has main, standard streams and exit codes";

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  /** Low on purpose: it only tells that the classes were found at all. */
  private static final int LEAST_CLASSES = 40;

  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              "report",
                  withLowerModules(
                      "org.jfree..", "org.apache.batik..", "gg.jte..", "org.HdrHistogram.."),
              "cli",
                  withLowerModules(
                      "io.dmio.report..",
                      "picocli..",
                      "com.fasterxml.jackson..",
                      "com.sun.management..")));

  private static List<String> withLowerModules(String... others) {
    Stream<String> rooms =
        Stream.of(
                "sim",
                "block",
                "mempool",
                "engine",
                "device",
                "fault",
                "mapper",
                "workload",
                "check",
                "museum",
                "testbed",
                "scenario",
                "explore",
                "conformance",
                "formats")
            .map(room -> "io.dmio." + room + "..");
    return Stream.concat(rooms, Stream.of(others)).toList();
  }

  @Test
  void rules_sawTheClassesThatTheyJudge() {
    assertThat(CLASSES).hasSizeGreaterThanOrEqualTo(LEAST_CLASSES);
  }

  @Test
  void everyRoom_isInTheTable_andBuilt() {
    TreeSet<String> built = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      built.add(type.getPackageName().replaceFirst("^io\\.dmio\\.", ""));
    }
    TreeSet<String> expected = new TreeSet<>(MAY_USE.keySet());
    assertThat(built).isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicTest> room_usesOnlyWhatTheTableAllows() {
    return MAY_USE.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
  }

  private static void check(String room, List<String> mayUse) {
    String[] allowed =
        Stream.of(
                List.of(
                    "java..", "javax..", "org.w3c..", "org.jspecify..", "io.dmio." + room + ".."),
                mayUse)
            .flatMap(List::stream)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("io.dmio." + room + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .because("dependencies point down only, and each library is known to one room")
        .check(CLASSES);
  }

  @Test
  void rooms_haveNoCycles() {
    slices()
        .matching("io.dmio.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a room that needs a room that needs it cannot be understood or tested alone")
        .check(CLASSES);
  }

  @Test
  void everyPackage_isNullMarked() {
    assertThat(CLASSES)
        .as("what may be null is written down")
        .allMatch(type -> type.getPackage().isAnnotatedWith(NullMarked.class));
  }

  @Test
  void pictures_areMadeOnlyInReport() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.dmio.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..", "org.jfree..", "org.apache.batik..")
        .because("the libraries of charts are slow to load, and most commands need none")
        .check(CLASSES);
  }

  @Test
  void onlyCli_isAProgramAndSpeaksToTheConsole() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("io.dmio.cli..")
        .should()
        .haveName("main")
        .because(ONLY_CLI)
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.dmio.cli..")
        .should()
        .accessTargetWhere(
            targetOwner(type(System.class))
                .and(target(nameMatching("out|err|in|exit|setOut|setErr|setIn|console")))
                .or(targetOwner(type(Runtime.class))))
        .because(ONLY_CLI)
        .check(CLASSES);
  }
}
