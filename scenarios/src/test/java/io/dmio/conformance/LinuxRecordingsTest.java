package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every observation of a real kernel is reproduced. */
final class LinuxRecordingsTest {

  private static final int CASES = 562;
  private static final int FAMILIES = 38;

  @TestFactory
  Stream<DynamicTest> family_matchesInEveryObservation() {
    Map<String, List<JsonNode>> families = new LinkedHashMap<>();
    Recorded.cases()
        .forEach(
            (id, spec) ->
                families.computeIfAbsent(Recorded.family(id), key -> new ArrayList<>()).add(spec));
    return families.entrySet().stream()
        .map(
            family ->
                DynamicTest.dynamicTest(
                    family.getKey() + " (" + family.getValue().size() + " cases)",
                    () -> check(family.getValue())));
  }

  @Test
  void everyCase_isReplayed_andHasSomethingToCompare() {
    assertThat(Recorded.cases()).hasSize(CASES);
    assertThat(Recorded.cases().keySet().stream().map(Recorded::family).distinct())
        .hasSize(FAMILIES);
    for (JsonNode spec : Recorded.cases().values()) {
      long calls = 0;
      for (JsonNode op : spec.path("ops")) {
        calls += op.path("type").asText().equals("io") ? 1 : 0;
      }
      assertThat(spec.path("observed").path("ops")).hasSize((int) calls).isNotEmpty();
      assertThat(spec.path("observed").path("devices")).isNotEmpty();
    }
  }

  private static void check(List<JsonNode> cases) {
    Conformance conformance = new Conformance();
    List<String> differences = new ArrayList<>();
    for (JsonNode spec : cases) {
      CaseResult result = conformance.replayCase(spec);
      for (Difference difference : result.differences()) {
        differences.add(
            result.id()
                + "  "
                + difference.what()
                + "  expected "
                + difference.expected()
                + "  actual "
                + difference.actual());
      }
    }
    assertThat(differences).isEmpty();
  }
}
