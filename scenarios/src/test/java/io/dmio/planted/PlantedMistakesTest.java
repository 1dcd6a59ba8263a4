package io.dmio.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mistakes that a plausible engineer could make, put into the sources one at a time: scenarios of
 * the catalog see each of them. That the same scenarios hold without it, {@code CatalogTest} says.
 */
final class PlantedMistakesTest {

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyMistake_isSeen() {
    return Mistakes.all().stream()
        .map(mistake -> dynamicTest(mistake.toString(), () -> isSeen(mistake)));
  }

  private void isSeen(Mistake mistake) throws Exception {
    Path own = Files.createTempDirectory(folder, "planted");
    try (PlantedSimulator planted = PlantedSimulator.with(mistake, own)) {
      assertThat(mistake.seenBy()).isNotEmpty();
      for (Mistake.Witness witness : mistake.seenBy()) {
        assertThat(planted.outcomeOf(witness.scenario()))
            .as("%s with: %s", witness.scenario(), mistake)
            .isEqualTo(witness.check());
      }
    }
  }
}
