package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes random scenarios into a folder, for whoever compares two programs. */
final class WrittenScenarios {

  private static final long FIRST = Long.getLong("dmio.generator.seed", 1);
  private static final int COUNT = Integer.getInteger("dmio.generator.count", 1_000);
  private static final Path FOLDER =
      Path.of(System.getProperty("dmio.generator.folder", "target/generator"));

  @Test
  void everyScenario_isAFileOfItsName() throws IOException {
    Files.createDirectories(FOLDER);
    for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
      Files.writeString(
          FOLDER.resolve(RandomScenario.name(seed) + ".yaml"), RandomScenario.text(seed));
    }
    assertThat(FOLDER.resolve(RandomScenario.name(FIRST) + ".yaml")).exists();
    System.out.println(COUNT + " scenarios from seed " + FIRST + " on in " + FOLDER);
  }
}
