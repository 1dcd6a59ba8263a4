package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Spoiled scenarios of the catalog. Each is refused with the places of its mistakes, or runs; and
 * whatever it asks for, no check accuses an engine that is right.
 */
final class CatalogMutantsTest {

  private static final long SEED = 1;
  private static final int MUTANTS = 2_000;
  private static final List<Change> SHORT = List.of(Change.set("--set", "limits.events=3000"));

  /** What is true of a right engine in any world that can be described. */
  private static final Set<Check> OF_THE_ENGINE =
      EnumSet.of(
          Check.ERROR_BITS,
          Check.CALLS,
          Check.MEMPOOL,
          Check.LIFETIME,
          Check.SHAPE,
          Check.DATA,
          Check.BUG);

  @Test
  void everyMutant_isRefusedWithItsPlaces_orRunsOnARightEngine() {
    List<String> catalog = catalog();
    Mutator mutator = new Mutator(catalog);
    int ran = 0;
    for (int i = 0; i < MUTANTS; i++) {
      Random random = new Random(SEED + i);
      String text = mutator.mutate(catalog.get(random.nextInt(catalog.size())), random);
      ran += outcome(text) ? 1 : 0;
    }
    assertThat(ran).as("mutants that still are scenarios").isBetween(MUTANTS / 10, MUTANTS / 2);
  }

  /** Whether the mutant is a scenario. */
  private static boolean outcome(String text) {
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("mutant.yaml", text), SHORT)) {
      RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
      assertThat(result.failures())
          .as(text)
          .extracting(Failure::check)
          .doesNotContainAnyElementsOf(OF_THE_ENGINE);
      return true;
    } catch (ScenarioException refused) {
      assertThat(refused.mistakes())
          .as(text)
          .isNotEmpty()
          .allSatisfy(mistake -> isSaidWithItsPlace(mistake, text));
      return false;
    }
  }

  private static void isSaidWithItsPlace(Mistake mistake, String text) {
    assertThat(mistake.message()).isNotBlank();
    assertThat(mistake.line()).isBetween(1, text.split("\n", -1).length);
    assertThat(mistake.column()).isPositive();
  }

  private static List<String> catalog() {
    try (Stream<Path> files = Files.walk(Path.of("catalog"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(CatalogMutantsTest::textOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
