package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.scenario.Scenarios;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The generator draws the whole language, and the same from one seed. */
final class GeneratorTest {

  private static final int SCENARIOS = 2_000;

  /** Files beside a scenario, users' code, how capsules and exhibits are marked, what must fail. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          ("replay iolog blkparse blktrace csv columns map timing beyond-end sha256 device"
                  + " time-unit offset-unit size-unit java class class-path with capsule kind"
                  + " made-by semantics from rule fingerprint outcome exhibit caught-by within"
                  + " fails losses")
              .split(" "));

  @Test
  void oneSeed_drawsOneText() {
    assertThat(RandomScenario.text(7)).isEqualTo(RandomScenario.text(7));
    assertThat(RandomScenario.text(7)).isNotEqualTo(RandomScenario.text(8));
  }

  @Test
  void generator_drawsEveryKeyOfTheLanguage() throws IOException {
    Set<String> keys = new TreeSet<>();
    collectKeys(new ObjectMapper().readTree(Scenarios.schema()), keys);
    keys.removeAll(LEFT_OUT);
    for (int seed = 1; seed <= SCENARIOS && !keys.isEmpty(); seed++) {
      String text = " " + RandomScenario.text(seed).replace('\n', ' ');
      keys.removeIf(key -> text.contains(" " + key + ": "));
    }
    assertThat(keys).as("keys that the generator does not draw").isEmpty();
  }

  private static void collectKeys(JsonNode schema, Set<String> keys) {
    JsonNode properties = schema.get("properties");
    if (properties != null) {
      properties.fieldNames().forEachRemaining(keys::add);
    }
    schema.forEach(child -> collectKeys(child, keys));
  }
}
