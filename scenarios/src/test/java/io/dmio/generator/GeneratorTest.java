package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.scenario.Scenarios;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
    Set<String> drawn = new TreeSet<>();
    for (int seed = 1; seed <= SCENARIOS; seed++) {
      collect(load(RandomScenario.text(seed)), drawn);
    }
    keys.removeAll(drawn);
    assertThat(keys).as("keys that the generator does not draw").isEmpty();
  }

  private static Object load(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private static void collectKeys(JsonNode schema, Set<String> keys) {
    JsonNode properties = schema.get("properties");
    if (properties != null) {
      properties.fieldNames().forEachRemaining(keys::add);
    }
    schema.forEach(child -> collectKeys(child, keys));
  }

  private static void collect(Object node, Set<String> keys) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            keys.add(String.valueOf(key));
            collect(value, keys);
          });
    } else if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, keys));
    }
  }
}
