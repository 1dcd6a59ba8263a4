package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Makes a scenario that alarms as small as it can be, beside itself. */
final class ReducedScenario {

  private static final Path FILE = Path.of(System.getProperty("dmio.generator.file", "none.yaml"));

  @Test
  void reducedScenario_alarmsInTheSameWay() throws IOException {
    String text = Files.readString(FILE);
    String signature = signature(text);
    assertThat(signature).as("the alarm of " + FILE).isNotEmpty();
    String reduced = Reducer.reduce(text, smaller -> signature(smaller).equals(signature));
    Path file = FILE.resolveSibling("reduced-" + FILE.getFileName());
    Files.writeString(file, reduced);
    System.out.println(file + ": " + Trial.of(reduced, new Tally()).alarm() + "\n" + reduced);
    assertThat(signature(reduced)).isEqualTo(signature);
  }

  private static String signature(String text) {
    Alarm alarm = Trial.of(text, new Tally()).alarm();
    return alarm == null ? "" : alarm.signature();
  }
}
