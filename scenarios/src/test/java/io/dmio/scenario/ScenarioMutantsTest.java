package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.mutants.Mutants;
import io.dmio.mutants.Mutator;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.scenario.yaml.SourceText;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.StateLimit;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.TooManyStates;
import io.dmio.testbed.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Spoiled scenarios of the catalog, and capsules of them. Each is refused with the places of its
 * mistakes, or runs; and whatever it asks for, no check accuses an engine that is right.
 */
final class ScenarioMutantsTest {

  private static final int MUTANTS = 12_000;
  private static final List<Change> SHORT = List.of(Change.set("--set", "limits.events=1000"));
  private static final RunOptions FEW_STATES =
      new RunOptions(LogMode.NONE, RunListener.NONE, null, StateLimit.of(16));

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

  private int ran;

  @Test
  void everyMutant_isRefusedWithItsPlaces_orRunsOnARightEngine() throws Exception {
    List<String> texts = texts();
    Mutator mutator = new Mutator(texts);
    Mutants.tryAll(
        MUTANTS, random -> tryOne(mutator.mutate(texts.get(random.nextInt(texts.size())), random)));
    assertThat(ran).as("mutants that still are scenarios").isGreaterThan(MUTANTS / 10);
  }

  private void tryOne(String text) {
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("mutant.yaml", text), SHORT)) {
      RunResult result = Testbed.run(scenario.world(), FEW_STATES);
      assertThat(result.verdict()).as(text).isNotEqualTo(Verdict.CRASHED);
      assertThat(result.failures())
          .as(text)
          .extracting(Failure::check)
          .doesNotContainAnyElementsOf(OF_THE_ENGINE);
      ran++;
    } catch (TooManyStates refused) {
      ran++;
    } catch (ScenarioException refused) {
      assertThat(refused.mistakes())
          .as(text)
          .isNotEmpty()
          .allSatisfy(mistake -> isSaidWithItsPlace(mistake, text));
      assertThat(refused.render()).isNotBlank();
    } catch (RuntimeException defect) {
      throw new IllegalStateException(defect + "\n" + text, defect);
    }
  }

  private static void isSaidWithItsPlace(Mistake mistake, String text) {
    assertThat(mistake.message()).isNotBlank();
    assertThat(mistake.line()).isBetween(1, SourceText.lines(text).size());
    assertThat(mistake.column()).isPositive();
  }

  private static List<String> texts() throws IOException, ScenarioException {
    List<Path> catalog;
    try (Stream<Path> files = Files.walk(Path.of("catalog"))) {
      catalog = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    List<String> texts = new ArrayList<>();
    for (Path file : catalog) {
      texts.add(Files.readString(file));
      if (file.getNameCount() % 2 == 0 || file.toString().contains("negative")) {
        texts.add(capsule(file));
      }
    }
    return texts;
  }

  private static String capsule(Path file) throws IOException, ScenarioException {
    try (Scenario scenario = Scenarios.read(file)) {
      RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
      return Capsules.write(scenario, result, "dmio test", null, Path.of("failures"));
    }
  }
}
