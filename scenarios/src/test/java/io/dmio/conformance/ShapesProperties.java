package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.engine.LinuxSteps;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the format allows is replayed, and keeps the rules that hold for every case. */
final class ShapesProperties {

  @Property(tries = 300, seed = "61")
  void anyCase_keepsTheRulesOfEveryCase(@ForAll long seed) {
    JsonNode spec = RandomCase.of(seed);
    JsonNode observed = CaseReplay.observe(spec, LinuxSteps.LINUX_6_1);
    int op = 0;
    for (JsonNode call : observed.path("ops")) {
      check(seed + " op " + op, spec, call);
      op++;
    }
    assertThat(op).isEqualTo(10);
    JsonNode polls = observed.path("polls");
    assertThat(polls.path(polls.size() - 1)).as("all done at the end").doesNotContain(zero());
    assertThat(CaseReplay.observe(spec, LinuxSteps.LINUX_6_1)).isEqualTo(observed);
  }

  private static void check(String what, JsonNode spec, JsonNode call) {
    assertThat(call.path("guard_ok").asBoolean()).as(what + " guard " + spec).isTrue();
    boolean failed = false;
    for (JsonNode bio : call.path("bios")) {
      assertThat(bio.has("status")).as(what + " ended " + spec).isTrue();
      assertThat(bio.path("residual").asInt(-1)).as(what).isBetween(0, bio.path("bytes").asInt());
      failed |= !bio.path("status").asText().equals("OK");
    }
    boolean async = call.has("callbacks");
    JsonNode bits = async ? call.path("callbacks").path("error_bits") : call.path("error_bits");
    assertThat(call.path("callbacks").path("count").asInt(1)).as(what + spec).isEqualTo(1);
    if (failed) {
      assertThat(bits.asText()).as(what).isNotEqualTo("0x0");
    }
    int expected = async || bits.asText().equals("0x0") ? 0 : -5;
    assertThat(call.path("ret").asInt()).as(what).isEqualTo(expected);
  }

  private static JsonNode zero() {
    return Shape.json("0");
  }
}
