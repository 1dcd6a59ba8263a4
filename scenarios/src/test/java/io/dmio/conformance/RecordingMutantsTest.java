package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.mutants.Mutants;
import io.dmio.mutants.Mutator;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spoiled recordings: each is malformed, and it is said how, or is replayed and compared. */
final class RecordingMutantsTest {

  private static final int MUTANTS = 4_000;
  private static final int MOST_CHARACTERS = 4_000;

  @Test
  void everyMutant_isMalformed_orCompared() throws IOException {
    List<String> cases = cases();
    Mutator mutator = new Mutator(cases.subList(0, 50));
    Conformance conformance = new Conformance();
    List<Boolean> compared = new ArrayList<>();
    Mutants.tryAll(
        MUTANTS,
        random -> {
          String line = mutator.mutate(cases.get(random.nextInt(cases.size())), random);
          try {
            assertThat(conformance.replay(line)).isNotNull();
            compared.add(true);
          } catch (MalformedCaseException refused) {
            assertThat(refused.getMessage()).isNotBlank();
          } catch (RuntimeException | OutOfMemoryError defect) {
            throw new IllegalStateException(defect + "\n" + line, defect);
          }
        });
    assertThat(compared).hasSizeGreaterThan(MUTANTS / 10);
  }

  private static List<String> cases() throws IOException {
    List<String> cases = new ArrayList<>();
    try (BufferedReader lines = Recordings.shipped()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.length() < MOST_CHARACTERS) {
          cases.add(line);
        }
      }
    }
    return cases;
  }
}
