package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.dmio.block.PayloadMode;
import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Comparison;
import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.scenario.expect.ComparedText;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunExpectation.ComparedExpectation;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.WorldSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A check that has compared nothing has not passed: the shipped scenarios compare everything. */
final class ComparedTest {

  /** What every scenario of a theme is about, and must have compared. */
  private static final Map<String, List<String>> ABOUT =
      Map.of(
          "basics", List.of("error-bits", "shape.bios", "data.at-rest"),
          "faults", List.of("error-bits", "data.at-rest"),
          "linux-6.1", List.of("error-bits", "lifetime.ios", "shape.flags", "data.at-rest"),
          "mempool", List.of("calls.gets-and-puts", "mempool.changes", "mempool.sizes"),
          "power", List.of("data.reads", "data.at-rest", "expect.verify"),
          "recovery", List.of("data.reads", "data.at-rest", "progress.rests"),
          "regions", List.of("error-bits", "shape.bios", "shape.regions"),
          "sync", List.of("calls", "usage.calls"),
          "tables", List.of("error-bits.stacked"),
          "torn-writes", List.of("data.at-rest"));

  /** What must compare something where it fails; a limit or a hang is found without. */
  private static final Set<Check> COMPARING =
      EnumSet.complementOf(EnumSet.of(Check.BUG, Check.PROGRESS));

  @TestFactory
  Stream<DynamicTest> everyScenario_comparesWhatItsThemeIsAbout() throws IOException {
    return each(
        (theme, scenario) -> {
          Compared compared = compared(scenario.world());
          for (String name : ABOUT.getOrDefault(theme, List.of())) {
            assertThat(countOf(compared, name)).as(name).isPositive();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> everyCheckThatMustFail_hasComparedSomething() throws IOException {
    return each(
        (theme, scenario) -> {
          Check fails = scenario.world().expect().fails();
          if (fails != null && COMPARING.contains(fails)) {
            assertThat(compared(scenario.world()).of(fails)).isPositive();
          }
          ExhibitClaim claim = scenario.exhibit();
          if (claim != null && COMPARING.contains(claim.caughtBy())) {
            Exhibit bug = Museum.find(claim.id()).orElseThrow();
            RunOptions broken = new RunOptions(LogMode.NONE, RunListener.NONE, bug);
            assertThat(
                    Testbed.run(scenario.world(), broken)
                        .findings()
                        .compared()
                        .of(claim.caughtBy()))
                .isPositive();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> counts_areEqual_withTagsAndBytes_withAndWithoutTheLog() throws IOException {
    return each(
        (theme, scenario) -> {
          WorldSpec world = scenario.world();
          RunOptions logged = new RunOptions(LogMode.FULL, RunListener.NONE, null);
          WorldSpec bytes = world.withPayload(PayloadMode.BYTES);
          assertThat(Testbed.run(bytes, logged).findings().compared()).isEqualTo(compared(world));
        });
  }

  @Test
  void catalog_comparesEverything() throws Exception {
    Compared all = Compared.NOTHING;
    for (Shipped.Item item : Shipped.list()) {
      try (Scenario scenario = Scenarios.read(item.source())) {
        all = all.plus(compared(scenario.world()));
      }
    }
    for (Comparison what : Comparison.all()) {
      assertThat(all.of(what)).as(what.fullText()).isPositive();
    }
  }

  /** So that a comparison which is switched off makes a scenario fail, by its own expectation. */
  @Test
  void generalScenarios_demandEverything() throws Exception {
    List<Comparison> demanded = new ArrayList<>();
    for (Shipped.Item item : Shipped.list()) {
      if (theme(item).equals("general")) {
        try (Scenario scenario = Scenarios.read(item.source())) {
          demanded.addAll(demanded(scenario.world()));
        }
      }
    }
    assertThat(demanded).containsAll(Comparison.all());
  }

  private static List<Comparison> demanded(WorldSpec world) {
    return world.expect().compared().stream()
        .filter(expected -> expected.what() != null && expected.count().low() > 0)
        .map(ComparedExpectation::what)
        .toList();
  }

  private static Compared compared(WorldSpec world) {
    return Testbed.run(world, RunOptions.PLAIN).findings().compared();
  }

  private static long countOf(Compared compared, String name) throws InvalidScalar {
    ComparedText text = ComparedText.read(name);
    return text.what() == null ? compared.of(text.check()) : compared.of(text.what());
  }

  private static Stream<DynamicTest> each(Claim claim) throws IOException {
    return Shipped.list().stream()
        .map(
            item ->
                dynamicTest(
                    item.name(),
                    () -> {
                      try (Scenario scenario = Scenarios.read(item.source())) {
                        claim.check(theme(item), scenario);
                      }
                    }));
  }

  private static String theme(Shipped.Item item) {
    String[] parts = item.path().split("/");
    return parts[parts.length - 2];
  }

  @FunctionalInterface
  private interface Claim {
    void check(String theme, Scenario scenario) throws Exception;
  }
}
