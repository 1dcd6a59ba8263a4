package io.dmio.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class LayeringTest {

  /** Low on purpose: it only tells that the classes were found at all. */
  private static final int LEAST_CLASSES = 90;

  private static final List<String> FOUNDATION = List.of("java..", "org.jspecify.annotations..");

  @Test
  void rules_sawTheClassesThatTheyJudge() {
    assertThat(House.CLASSES).hasSizeGreaterThanOrEqualTo(LEAST_CLASSES);
  }

  @Test
  void everyRoom_isInTheTable_andBuilt_unlessItIsListedAsNotBuilt() {
    TreeSet<String> built = new TreeSet<>();
    for (JavaClass type : House.CLASSES) {
      built.add(type.getPackageName().replaceFirst("^io\\.dmio\\.", ""));
    }
    TreeSet<String> expected = new TreeSet<>(House.MAY_USE.keySet());
    expected.removeAll(House.NOT_BUILT_YET);
    assertThat(built).isEqualTo(expected);
  }

  @TestFactory
  Stream<DynamicTest> room_usesOnlyWhatTheTableAllows() {
    return House.MAY_USE.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(row.getKey(), () -> check(row.getKey(), row.getValue())));
  }

  private static void check(String room, List<String> mayUse) {
    List<String> allowed = new ArrayList<>(FOUNDATION);
    allowed.add(House.packageOf(room));
    mayUse.forEach(other -> allowed.add(House.packageOf(other)));
    classes()
        .that()
        .resideInAPackage(House.packageOf(room))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .because("engine and disks meet only in block, and the simulator has no third-party code")
        .allowEmptyShould(House.NOT_BUILT_YET.contains(room))
        .check(House.CLASSES);
  }

  @Test
  void rooms_haveNoCycles() {
    slices()
        .matching("io.dmio.(*)..")
        .should()
        .beFreeOfCycles()
        .because("a room that needs a room that needs it cannot be understood or tested alone")
        .check(House.CLASSES);
  }

  @Test
  void everyPackage_isNullMarked() {
    classes()
        .should(Conditions.resideInAPackageMarkedWith(NullMarked.class))
        .because("what may be null is written down")
        .check(House.CLASSES);
  }

  @Test
  void noClass_isAProgramOrSpeaksToTheConsole() {
    noClasses()
        .should(Conditions.haveAMainMethod())
        .orShould()
        .accessTargetWhere(Conditions.standardStreamsOrExit())
        .because("only cli has main, standard streams and exit codes")
        .check(House.CLASSES);
  }
}
