package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dmio.block.PayloadMode;
import io.dmio.engine.Dialect;
import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.Digest;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped scenario does what it says, twice, and on every JDK with the same digests. */
final class CatalogTest {

  private static final Path CATALOG = Path.of("catalog");
  private static final Path GOLDEN = Path.of("src/test/resources/golden-digests.txt");
  private static final List<Change> LINUX =
      List.of(Change.dialect("--dialect", Dialect.LINUX_6_1.text()));
  private static final List<String> THEMES =
      List.of(
          "basics",
          "devices",
          "faults",
          "general",
          "linux-6.1",
          "mempool",
          "museum",
          "negative",
          "power",
          "recovery",
          "regions",
          "sync",
          "tables",
          "torn-writes");

  private static final int OTHER_SEEDS = 6;

  @TestFactory
  Stream<DynamicTest> everyScenario_holds_andRunsTwiceTheSame() throws IOException {
    return each(
        (scenario) -> {
          RunResult first = Testbed.run(scenario.world(), RunOptions.PLAIN);
          RunResult second =
              Testbed.run(scenario.world(), new RunOptions(LogMode.FULL, RunListener.NONE, null));
          assertThat(first.verdict().holds())
              .as("%s: %s", first.verdict(), first.failures())
              .isTrue();
          assertThat(digests(second)).isEqualTo(digests(first));
        });
  }

  /** What is true with one seed alone is said so. */
  @TestFactory
  Stream<DynamicTest> everyScenario_holdsWithOtherSeeds_unlessItSpeaksOfItsOwn()
      throws IOException {
    return each(
        (scenario) -> {
          for (long seed = 1; seed <= OTHER_SEEDS && !ofItsOwnSeed(scenario); seed++) {
            RunResult result = Testbed.run(scenario.world().withSeed(seed), RunOptions.PLAIN);
            assertThat(result.verdict().holds())
                .as("seed %s: %s, %s", seed, result.verdict(), result.failures())
                .isTrue();
          }
        });
  }

  private static boolean ofItsOwnSeed(Scenario scenario) {
    return scenario.about().contains("Its own seed");
  }

  /** A file that names no dialect is about both of them. */
  @TestFactory
  Stream<DynamicTest> everyScenarioWithoutADialect_holdsInLinuxAsWell() throws IOException {
    return unbound()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    file.toUri(),
                    () -> {
                      try (Scenario scenario = read(file, LINUX)) {
                        RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
                        assertThat(result.dialect()).isEqualTo(Dialect.LINUX_6_1);
                        assertThat(result.verdict().holds())
                            .as("%s: %s", result.verdict(), result.failures())
                            .isTrue();
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyScenarioThatNamesClassic_isAboutClassicAlone() throws IOException {
    return each(
        (scenario) -> {
          boolean bound = scenario.statesDialect() && scenario.exhibit() == null;
          if (bound && scenario.world().engine().dialect() == Dialect.CLASSIC) {
            assertThat(holdsInLinux(scenario))
                .as("whether it holds in linux-6.1, so that it need not name its dialect")
                .isFalse();
          }
        });
  }

  private static boolean holdsInLinux(Scenario scenario) {
    try (Scenario other = Scenarios.read(scenario.source(), LINUX)) {
      return Testbed.run(other.world(), RunOptions.PLAIN).verdict().holds();
    } catch (ScenarioException e) {
      return false;
    }
  }

  @Test
  void scenariosThatRunInBothDialects_areMost() throws IOException {
    assertThat(unbound()).hasSizeGreaterThanOrEqualTo(25);
  }

  @TestFactory
  Stream<DynamicTest> everyScenario_hasTheSameDigests_whenBytesAreHeld() throws IOException {
    return each(
        (scenario) ->
            assertThat(
                    digests(
                        Testbed.run(
                            scenario.world().withPayload(PayloadMode.BYTES), RunOptions.PLAIN)))
                .isEqualTo(digests(Testbed.run(scenario.world(), RunOptions.PLAIN))));
  }

  @TestFactory
  Stream<DynamicTest> everyScenario_saysWhatMustHold() throws IOException {
    return each(
        (scenario) -> {
          assertThat(scenario.about()).as("about").hasSizeGreaterThan(40).endsWith(".");
          assertThat(scenario.lines().subList(0, 2))
              .containsExactly(
                  "# yaml-language-server: $schema=../../scenario.schema.json",
                  "# $schema: ../../scenario.schema.json");
        });
  }

  @TestFactory
  Stream<DynamicTest> everyExhibit_isCaughtByTheCheckItNames() throws IOException {
    return each(
        (scenario) -> {
          ExhibitClaim claim = scenario.exhibit();
          if (claim == null) {
            return;
          }
          Exhibit exhibit = Museum.find(claim.id()).orElseThrow();
          RunResult broken =
              Testbed.run(
                  scenario.world(), new RunOptions(LogMode.NONE, RunListener.NONE, exhibit));
          assertThat(broken.failures())
              .as("failures under %s", claim.id())
              .anySatisfy(
                  failure -> {
                    assertThat(failure.check()).isEqualTo(claim.caughtBy());
                    assertThat(failure.event()).isLessThanOrEqualTo(claim.within());
                  });
        });
  }

  @Test
  void everyExhibit_hasAScenario() throws IOException {
    List<String> shown =
        files().stream()
            .map(CatalogTest::read)
            .filter(scenario -> scenario.exhibit() != null)
            .map(scenario -> scenario.exhibit().id())
            .toList();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(Museum.exhibits().stream().map(Exhibit::id).toList());
  }

  @Test
  void catalog_hasItsThemes_andAtLeastTwentyScenarios() throws IOException {
    assertThat(files()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(files().stream().map(file -> file.getParent().getFileName().toString()).distinct())
        .containsExactlyElementsOf(THEMES);
  }

  @Test
  void goldenDigests_areWhatTheyAlwaysWere() throws IOException {
    Map<String, String> golden = new TreeMap<>();
    for (String line : Files.readAllLines(GOLDEN)) {
      golden.put(line.substring(0, line.indexOf(' ')), line);
    }
    assertThat(golden).hasSizeGreaterThanOrEqualTo(12);
    Map<String, String> now = new TreeMap<>();
    for (Path file : files()) {
      Scenario scenario = read(file);
      if (golden.containsKey(scenario.name())) {
        now.put(
            scenario.name(),
            scenario.name() + " " + digests(Testbed.run(scenario.world(), RunOptions.PLAIN)));
      }
    }
    assertThat(String.join("\n", now.values())).isEqualTo(String.join("\n", golden.values()));
  }

  private static Stream<DynamicTest> each(Claim claim) throws IOException {
    return files().stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    file.toUri(),
                    () -> {
                      try (Scenario scenario = read(file)) {
                        claim.check(scenario);
                      }
                    }));
  }

  /** The files that name no dialect; exhibits break steps of classic. */
  private static Stream<Path> unbound() throws IOException {
    return files().stream()
        .filter(
            file -> {
              try (Scenario scenario = read(file)) {
                return !scenario.statesDialect() && scenario.exhibit() == null;
              }
            });
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(CATALOG)) {
      Path[] sorted = files.filter(file -> file.toString().endsWith(".yaml")).toArray(Path[]::new);
      Arrays.sort(sorted);
      return List.of(sorted);
    }
  }

  private static Scenario read(Path file) {
    return read(file, List.of());
  }

  private static Scenario read(Path file, List<Change> changes) {
    try {
      return Scenarios.read(ScenarioSource.file(file, file.toString()), changes);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    } catch (ScenarioException e) {
      throw new AssertionError(e.render(), e);
    }
  }

  private static String digests(RunResult result) {
    return Digest.format(result.digests().fingerprint())
        + " "
        + Digest.format(result.digests().outcome());
  }

  @FunctionalInterface
  private interface Claim {
    void check(Scenario scenario) throws Exception;
  }
}
