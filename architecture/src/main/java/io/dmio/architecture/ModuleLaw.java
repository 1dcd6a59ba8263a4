package io.dmio.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules that every module obeys. The test class of a module only says which one it is; it runs
 * in the module's folder, after the module was compiled.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModuleLaw {

  private final ModulePlan plan;
  private final JavaClasses classes;
  private final Sources sources = new Sources(Path.of("src/main/java"));
  private final RoomRules rooms;
  private final Knots knots;

  ModuleLaw(ModulePlan plan) {
    this.plan = plan;
    this.classes = new ClassFileImporter().importPath(Path.of("target/classes"));
    this.rooms = new RoomRules(plan, classes);
    this.knots = new Knots(plan, classes);
  }

  @Test
  final void rules_sawEveryClassThatTheyJudge() {
    TreeSet<String> seen = new TreeSet<>();
    for (JavaClass type : classes) {
      seen.add(type.getName());
    }
    assertThat(sources.classNames()).hasSizeGreaterThanOrEqualTo(plan.leastSources());
    assertThat(seen).containsAll(sources.classNames());
  }

  @Test
  final void everyRoom_isInTheTable_andBuilt_unlessItIsListedAsNotBuilt() {
    assertThat(rooms.differencesFromTheTable()).isEmpty();
  }

  @Test
  final void rooms_useOnlyWhatTheTableAllows() {
    assertThat(rooms.usesBesideTheTable()).isEmpty();
  }

  @Test
  final void innerPackages_areUsedOnlyInsideTheirRoom() {
    assertThat(rooms.usesOfInnerPackages()).isEmpty();
  }

  @Test
  final void everyDoor_isNeeded() {
    assertThat(rooms.idleDoors()).isEmpty();
  }

  @Test
  final void packages_formNoCircle() {
    assertThat(rooms.circlesOfPackages())
        .as("a package that needs a package that needs it cannot be understood or tested alone")
        .isEmpty();
  }

  @Test
  final void classes_formNoLargeKnot() {
    assertThat(knots.tooLarge())
        .as("classes that need each other can only be read and changed together")
        .isEmpty();
  }

  @Test
  final void everyExceptedKnot_isThere() {
    assertThat(knots.idleExceptions()).isEmpty();
  }

  @Test
  final void everyPackage_isNullMarked() {
    classes()
        .should(Conditions.resideInAPackageMarkedWith(NullMarked.class))
        .because("what may be null is written down")
        .check(classes);
  }

  @Test
  final void everyPackage_saysItsPurpose() {
    assertThat(sources.packagesWithoutPurpose()).isEmpty();
  }

  @Test
  final void rooms_assertTheStatesThatMustHold() {
    for (Room room : plan.rooms()) {
      assertThat(sources.assertionsPerThousandLines(room.name()))
          .as("asserted states in 1000 lines of %s", room.name())
          .isGreaterThanOrEqualTo(room.leastAssertions());
    }
  }

  @Test
  final void onlyCli_isAProgramAndSpeaksToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.dmio.cli..")
        .should(Conditions.haveAMainMethod())
        .orShould()
        .accessTargetWhere(Conditions.standardStreamsOrExit())
        .because("only cli has main, standard streams and exit codes")
        .check(classes);
  }

  @Test
  final void onlyReport_makesPictures() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.dmio.report..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.awt..", "javax.imageio..", "org.jfree..", "org.apache.batik..")
        .because("the libraries of charts are slow to load, and most commands need none")
        .allowEmptyShould(true)
        .check(classes);
  }
}
