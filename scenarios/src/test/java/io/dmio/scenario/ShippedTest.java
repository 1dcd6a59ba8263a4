package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dmio.scenario.source.ScenarioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ShippedTest {

  @Test
  void everyShippedScenario_isReadAndSaysWhatMustHold() throws Exception {
    for (Shipped.Item item : Shipped.list()) {
      try (Scenario scenario = Scenarios.read(item.source())) {
        assertThat(scenario.name()).isEqualTo(item.name());
        assertThat(scenario.about()).as(item.path()).isNotEmpty();
        assertThat(scenario.lines().get(0)).startsWith("# yaml-language-server: $schema=../../");
        assertThat(scenario.lines().get(1)).startsWith("# $schema: ../../");
      }
    }
  }

  @Test
  void list_isWhatTheCatalogHolds() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("catalog"))) {
      List<String> expected =
          files
              .map(file -> file.toString().replace('\\', '/'))
              .filter(file -> file.endsWith(".yaml"))
              .sorted()
              .toList();
      assertThat(Shipped.list().stream().map(Shipped.Item::path).sorted()).isEqualTo(expected);
      assertThat(Shipped.list()).extracting(Shipped.Item::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void find_knowsTheReadmesScenario() throws IOException {
    assertThat(Shipped.find("one-bad-region")).isPresent();
    assertThat(Shipped.find("one-bad-regoin")).isEmpty();
  }

  @Test
  void templates_areScenariosUnderTheirNewNames() throws Exception {
    try (Scenario fresh = Scenarios.read(ScenarioSource.text("x", Template.fresh("mine")));
        Scenario shipped = Scenarios.read(Shipped.find("one-bad-region").orElseThrow().source());
        Scenario copy = Scenarios.read(ScenarioSource.text("y", Template.copy(shipped, "mine")))) {
      assertThat(fresh.name()).isEqualTo("mine");
      assertThat(copy.name()).isEqualTo("mine");
      assertThat(copy.world().tasks()).isEqualTo(shipped.world().tasks());
      assertThat(copy.lines().subList(2, copy.lines().size()))
          .containsAll(shipped.lines().subList(4, shipped.lines().size()));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Template.fresh("My scenario"));
    assertThatIllegalArgumentException().isThrownBy(() -> Template.fresh("engine"));
  }

  @Test
  void catalogue_namesWhatTheLanguageHas() {
    assertThat(Catalogue.faults())
        .extracting(Catalogue.Item::name)
        .containsExactly(
            "media-error",
            "allocation-failure",
            "torn-write",
            "lost-write",
            "misdirected-write",
            "misdirected-read",
            "stale-read",
            "bit-flip",
            "zeroed-sector",
            "flush-lie",
            "ignored-fua");
    assertThat(Catalogue.presets())
        .extracting(Catalogue.Item::name)
        .containsExactly("hdd-7200", "sata-ssd", "nvme");
    assertThat(Catalogue.checks())
        .extracting(Catalogue.Item::name)
        .contains("error-bits", "durability", "integrity", "expect");
    assertThat(Catalogue.checks()).noneMatch(item -> item.about().isEmpty());
  }
}
