package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunJsonContractTest {

  /** A host that dies over two sectors, and a rule that drops two others. */
  static final String CUT =
      """
      dmio: 1
      scenario: cut
      devices:
        a: { size: 1MiB, latency: 80us, cache: { mode: write-back, size: 64KiB } }
      faults:
        - { lost-write: a@8-9, id: forgetful }
      tasks:
        first:
          - get: 8
          - { write: [a@0+2, a@8+2], id: w1 }
          - { read: a@8+2, id: r }
          - { write: a@0+2, id: w2 }
        second:
          boot: 2
          steps: [ { get: 8 }, { read: a@0+2 } ]
      events:
        - { crash: host, survives: each, reboot: 1ms, at-bio: w2:a.0, id: dead }
        - { quiet: all, after: w2 }
      checks: { skip: { shape: "two boots" } }
      """;

  @TempDir Path folder;

  @Test
  void object_hasExactlyTheFieldsOfTheContract() throws IOException {
    assertThat(names(failing()))
        .containsExactly(
            "json",
            "dmioVersion",
            "semantics",
            "scenario",
            "seed",
            "dialect",
            "verdict",
            "fingerprint",
            "outcome",
            "virtualTimeNs",
            "events",
            "calls",
            "lostCalls",
            "bios",
            "losses",
            "states",
            "shownState",
            "boots",
            "failures",
            "replay",
            "callList",
            "eventList",
            "powerCuts",
            "lossList",
            "compared",
            "skipped");
    assertThat(names(failing().get("failures").get(0)))
        .containsExactly(
            "check",
            "message",
            "virtualTimeNs",
            "event",
            "task",
            "step",
            "call",
            "region",
            "device",
            "sector",
            "expected",
            "actual",
            "rule",
            "file",
            "line",
            "column",
            "capsule");
    assertThat(names(failing().get("callList").get(0)))
        .containsExactly("task", "step", "return", "errorBits", "failed", "callbackNs", "lost");
  }

  @Test
  void values_areSpelledAsTheContractSays() throws IOException {
    JsonNode run = failing();
    assertThat(run.get("json").intValue()).isEqualTo(1);
    assertThat(run.get("seed").textValue()).isEqualTo("0x7");
    assertThat(run.get("dialect").textValue()).isEqualTo("classic");
    assertThat(run.get("verdict").textValue()).isEqualTo("failed");
    assertThat(run.get("fingerprint").textValue()).matches("[0-9a-f]{16}");
    assertThat(run.get("outcome").textValue()).matches("[0-9a-f]{16}");
    assertThat(run.get("virtualTimeNs").longValue()).isEqualTo(160_000);
    assertThat(run.get("replay").textValue())
        .isEqualTo("./dmio replay failures/failing-expect-0x7.yaml");
  }

  @Test
  void failure_saysWhereItComesFrom() throws IOException {
    JsonNode failure = failing().get("failures").get(0);
    assertThat(failure.get("check").textValue()).isEqualTo("expect");
    assertThat(failure.get("task").textValue()).isEqualTo("writer");
    assertThat(failure.get("step").textValue()).isEqualTo("w");
    assertThat(failure.get("file").textValue()).isEqualTo("failing.yaml");
    assertThat(failure.get("line").intValue())
        .as("line of the rule that was involved")
        .isEqualTo(7);
    assertThat(failure.get("capsule").textValue()).isEqualTo("failures/failing-expect-0x7.yaml");
    assertThat(failure.get("region").isNull()).isTrue();
  }

  @Test
  void calls_haveBitsInHex_andNoCallbackTimeIfSync() throws IOException {
    JsonNode sync = failing().get("callList").get(0);
    assertThat(sync.get("return").textValue()).isEqualTo("EIO");
    assertThat(sync.get("errorBits").textValue()).isEqualTo("0x1");
    assertThat(sync.get("failed").toString()).isEqualTo("[0]");
    assertThat(sync.get("callbackNs").isNull()).isTrue();
    JsonNode async = failing().get("callList").get(1);
    assertThat(async.get("step").textValue()).isEqualTo("later");
    assertThat(async.get("return").textValue()).isEqualTo("OK");
    assertThat(async.get("callbackNs").longValue()).isEqualTo(160_000);
  }

  @Test
  void bitsThatWereNotWritten_areNull() throws IOException {
    Answer answer = new Caller(folder).call("run", "refused-read", "--json");
    JsonNode call = new ObjectMapper().readTree(answer.out()).get("callList").get(0);
    assertThat(call.get("return").textValue()).isEqualTo("EIO");
    assertThat(call.get("errorBits").isNull()).isTrue();
    assertThat(call.get("failed").toString()).isEqualTo("[]");
  }

  @Test
  void eventsCutsAndLosses_areListed() throws IOException {
    Answer answer = new Caller(folder).with("cut.yaml", CUT).call("run", "cut.yaml", "--json");
    JsonNode run = new ObjectMapper().readTree(answer.out());
    assertThat(run.get("lostCalls").intValue()).isEqualTo(1);
    assertThat(run.get("losses").intValue()).isEqualTo(2);
    assertThat(run.get("states").intValue()).isEqualTo(9);
    assertThat(run.get("shownState").intValue()).isEqualTo(1);
    assertThat(run.get("boots").intValue()).isEqualTo(2);
    assertThat(run.get("eventList"))
        .hasToString(
            """
            [{"event":"dead","virtualTimeNs":160000},{"event":"quiet.2","virtualTimeNs":null}]"""
                .strip());
    assertThat(run.get("powerCuts"))
        .hasToString(
            """
            [{"device":"a","virtualTimeNs":160000,"survives":"each","crash":true,"bios":1,\
            "states":9,"units":2,"durable":2,"cached":0,"inFlight":0,"unreadable":0}]""");
    assertThat(run.get("lossList"))
        .hasToString(
            """
            [{"device":"a","sector":"8-9","expected":"what w1 wrote","actual":"zeroes","kind":"rule",\
            "rule":"forgetful","file":"cut.yaml","line":6,"column":5,"step":"r",\
            "virtualTimeNs":160000}]""");
  }

  @Test
  void comparedCounts_areThoseOfAllWorlds_andSkippedChecksHaveTheirReason() throws IOException {
    Answer answer = new Caller(folder).with("cut.yaml", CUT).call("run", "cut.yaml", "--json");
    JsonNode run = new ObjectMapper().readTree(answer.out());
    assertThat(names(run.get("compared")))
        .startsWith("error-bits", "calls", "mempool")
        .contains("data", "durability", "expect")
        .doesNotContain("bug");
    assertThat(run.get("compared").get("progress")).hasToString("{\"rests\":9}");
    assertThat(run.get("compared").get("calls").get("gets-and-puts").intValue()).isEqualTo(9 * 2);
    assertThat(run.get("compared").get("shape").get("flags").intValue()).isZero();
    assertThat(run.get("skipped")).hasToString("[{\"check\":\"shape\",\"reason\":\"two boots\"}]");
  }

  @Test
  void standardOutput_holdsNothingElse() throws IOException {
    Answer answer =
        new Caller(folder)
            .with("failing.yaml", Caller.FAILING)
            .call("run", "failing.yaml", "one-write", "no-such", "--json", "--report", "r");
    assertThat(answer.code()).isEqualTo(2);
    List<String> lines = answer.out().lines().toList();
    assertThat(lines).hasSize(2);
    for (String line : lines) {
      assertThat(new ObjectMapper().readTree(line).isObject()).isTrue();
    }
  }

  private JsonNode failing() throws IOException {
    Answer answer =
        new Caller(folder)
            .with("failing.yaml", Caller.FAILING)
            .call("run", "failing.yaml", "--json", "--seed", "7");
    return new ObjectMapper().readTree(answer.out());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
