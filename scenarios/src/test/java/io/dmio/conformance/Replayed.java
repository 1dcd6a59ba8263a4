package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.engine.LinuxSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the simulator did in a case, easy to ask. */
record Replayed(JsonNode observed) {

  /** Replays a recorded case, which must match its recording. */
  static Replayed of(String id) {
    JsonNode spec = Recorded.find(id);
    JsonNode actual = CaseReplay.observe(spec, LinuxSteps.LINUX_6_1);
    assertThat(Comparison.of(spec.path("observed"), actual)).as(id).isEmpty();
    return new Replayed(actual);
  }

  JsonNode op(int number) {
    return observed.path("ops").path(number);
  }

  String classes(int number) {
    return op(number).path("classes").asText();
  }

  int ret(int number) {
    return op(number).path("ret").asInt();
  }

  /** The error bits that were written; {@code null} in words if none were. */
  String bits(int number) {
    return op(number).path("error_bits").asText();
  }

  JsonNode callback(int number) {
    return op(number).path("callbacks");
  }

  boolean warns(int number) {
    return op(number).path("warn").asBoolean();
  }

  /** Of each bio these fields, separated by spaces. */
  List<String> bios(int number, String... fields) {
    List<String> bios = new ArrayList<>();
    for (JsonNode bio : op(number).path("bios")) {
      bios.add(
          Stream.of(fields)
              .map(bio::path)
              .map(field -> field.isArray() ? field.toString() : field.asText())
              .collect(Collectors.joining(" ")));
    }
    return bios;
  }

  /** How many bios of a kind reached a disk. */
  int arrived(String device, String kind) {
    return observed.path("devices").path(device).path("arrived").path(kind).asInt(-1);
  }

  String polls() {
    return observed.path("polls").toString();
  }

  String content(String device) {
    return observed.path("devices").path(device).path("sha256").asText();
  }
}
