package io.dmio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.dmio.sim.Simulation;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One seed gives one run, to the bit: what would break that must not be used at all. */
final class PurityTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter().importPath(Path.of("target/classes"));

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  @SafeVarargs
  private static void neverUses(String because, DescribedPredicate<JavaAccess<?>>... members) {
    for (DescribedPredicate<JavaAccess<?>> member : members) {
      check(noClasses().should().accessTargetWhere(member).because(because));
    }
  }

  private static void neverDependsOn(String because, Class<?>... types) {
    for (Class<?> type : types) {
      check(noClasses().should().dependOnClassesThat(equivalentTo(type)).because(because));
    }
  }

  @Test
  void noWallClock_noEnvironment_noIdentity() {
    neverUses(
        "a run depends on scenario and seed alone",
        Conditions.member(System.class, "(?!arraycopy$).*"),
        Conditions.member(UUID.class, "randomUUID"),
        Conditions.member(Math.class, "random"),
        Conditions.member(Locale.class, "getDefault"),
        Conditions.member(Runtime.class, ".*"));
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.time..").and(not(equivalentTo(Duration.class))))
            .because("time is virtual: a long of nanoseconds"));
  }

  @Test
  void noChance_butTheSimulatorsOwn() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.security..", "java.util.random..")
            .because("all chance passes sim.Choices"));
    neverDependsOn("all chance passes sim.Choices", Random.class, SplittableRandom.class);
  }

  @Test
  void noThreads_noFiles_noNetwork() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "java.util.concurrent..", "java.nio.file..", "java.nio.channels..", "java.net..")
            .because("a world is confined to one thread and touches nothing outside"));
    neverDependsOn(
        "a world is confined to one thread",
        Thread.class,
        ThreadLocal.class,
        Process.class,
        ProcessBuilder.class,
        Timer.class);
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.io..").and(not(equivalentTo(Serializable.class))))
            .because("a world touches no files"));
    neverUses(
        "streams run in order",
        Conditions.member(BaseStream.class, "parallel"),
        Conditions.member(Stream.class, "parallel"),
        Conditions.member(Collection.class, "parallelStream"),
        Conditions.member(List.class, "parallelStream"));
  }

  @Test
  void noUnorderedCollections() {
    neverDependsOn(
        "their order of iteration depends on identity hashes, on salts or on the JDK",
        HashMap.class,
        HashSet.class,
        IdentityHashMap.class,
        Hashtable.class,
        WeakHashMap.class);
    neverUses(
        "the order of iteration changes with every start of the JVM",
        Conditions.member(Set.class, "of|copyOf"),
        Conditions.member(Map.class, "of|ofEntries|copyOf"),
        Conditions.member(
            Collectors.class, "toSet|toMap|toUnmodifiableSet|toUnmodifiableMap|groupingBy"));
  }

  @Test
  void noMathWhoseLastBitsMayDiffer() {
    neverUses(
        "StrictMath is equal on every JVM",
        Conditions.member(
            Math.class,
            "sin|cos|tan|asin|acos|atan|atan2|exp|expm1|log|log10|log1p|cbrt|pow|sinh|cosh|tanh"
                + "|hypot"));
  }

  @Test
  void noTextThatDependsOnTheMachinesLanguage() {
    check(
        noCodeUnits()
            .should(
                Conditions.call(
                    "a method that asks for the default locale",
                    call ->
                        call.getTargetOwner().isEquivalentTo(String.class)
                            && isLocalised(call.getTarget().getName())
                            && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Locale.class))))
            .because("a run depends on scenario and seed alone"));
  }

  private static boolean isLocalised(String method) {
    return List.of("format", "formatted", "toLowerCase", "toUpperCase").contains(method);
  }

  @Test
  void noLocks() throws IOException {
    check(
        noCodeUnits()
            .should(Conditions.haveModifier(JavaModifier.SYNCHRONIZED))
            .because("a world is confined to one thread"));
    check(
        noFields()
            .should()
            .haveModifier(JavaModifier.VOLATILE)
            .because("a world is confined to one thread"));
    assertThat(sourcesThatSay("synchronized *\\(")).isEmpty();
  }

  @Test
  void noMutableStatics() {
    check(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("two worlds in one JVM must not know of each other"));
    check(
        noFields()
            .that()
            .areStatic()
            .and()
            .areNotPrivate()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should(Conditions.beAnArray())
            .because("an array can be changed by whoever sees it"));
  }

  @Test
  void sim_promisesNoFloatingPoint() {
    check(
        methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.dmio.sim")
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areNotPrivate()
            .should(Conditions.haveNoFloatingPoint())
            .because("time is long, probabilities are exact, the event path knows no rounding"));
  }

  @Test
  void sourceScan_sawTheSources() throws IOException {
    assertThat(sourcesThatSay("class Simulation\\b"))
        .containsExactly(Simulation.class.getSimpleName() + ".java");
  }

  private static List<String> sourcesThatSay(String regex) throws IOException {
    Pattern pattern = Pattern.compile(regex);
    try (Stream<Path> paths = Files.walk(Path.of("src/main/java"))) {
      return paths
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> pattern.matcher(read(path)).find())
          .map(path -> path.getFileName().toString())
          .toList();
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
