package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.cli.Caller.Answer;
import io.dmio.testbed.Semantics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandsTest {

  @TempDir Path folder;

  @Test
  void version_saysProductSemanticsLanguageAndCommit() {
    Answer answer = new Caller(folder).call("--version");
    assertThat(answer.code()).isZero();
    assertThat(answer.out().lines().map(line -> line.replaceFirst(" .*", "")))
        .containsExactly("dmio", "semantics", "language", "commit");
  }

  @Test
  void commit_isThatOfTheClone_looseOrPacked_orOfTheDistribution() throws IOException {
    Caller files = new Caller(folder);
    files.with(".git/HEAD", "ref: refs/heads/main\n").with(".git/refs/heads/main", "abc\n");
    assertThat(Product.commit(folder)).isEqualTo("abc");
    Files.delete(folder.resolve(".git/refs/heads/main"));
    files.with(".git/packed-refs", "# pack\ndef refs/heads/main\n");
    assertThat(Product.commit(folder)).isEqualTo("def");
    files.with("commit.properties", "#c\ngit.commit.id.full=012\n");
    assertThat(Product.commit(folder)).isEqualTo("012");
    assertThat(Product.commit(folder.resolve("nowhere"))).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "replay",
        "explain",
        "report",
        "export",
        "import",
        "conform",
        "museum",
        "new",
        "list",
        "validate",
        "schema",
        "bench",
        "generate-completion"
      })
  void help_endsWithTheExitCodes(String command) {
    Answer answer =
        command.isEmpty()
            ? new Caller(folder).call("--help")
            : new Caller(folder).call(command, "-h");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("Usage: dmio", "Exit codes:", "130");
  }

  @Test
  void replay_exitsByTheVerdict_andSaysREPRODUCED() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    caller.call("run", "failing.yaml");
    String capsule = "failures/failing-expect-0x1.yaml";
    Answer plain = caller.call("replay", capsule);
    assertThat(plain.code()).isEqualTo(1);
    assertThat(plain.lastLine()).startsWith("REPRODUCED");
    assertThat(caller.call("replay", capsule, "--as-recorded").code()).isZero();
    JsonNode json = json(caller.call("replay", capsule, "--json"));
    assertThat(json.get("reproduced").booleanValue()).isTrue();
    assertThat(json.get("verdict").textValue()).isEqualTo("failed");
  }

  @Test
  void replay_ofAChangedCapsule_isNotReproduced() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    caller.call("run", "failing.yaml");
    Path capsule = folder.resolve("failures/failing-expect-0x1.yaml");
    String changed = Files.readString(capsule).replace("latency: 80us", "latency: 81us");
    Files.writeString(capsule, changed);
    String name = "failures/failing-expect-0x1.yaml";
    assertThat(caller.call("replay", name).lastLine())
        .startsWith("NOT REPRODUCED  the fingerprint is ");
    assertThat(caller.call("replay", name, "--as-recorded").code()).isEqualTo(1);
    String healed = changed.replace("media-error: a,", "media-error: a, nth: 2,");
    Files.writeString(capsule, healed);
    assertThat(caller.call("replay", name, "--as-recorded").code()).isEqualTo(1);
    assertThat(json(caller.call("replay", name, "--json")).get("reproduced").booleanValue())
        .isFalse();
  }

  @Test
  void museum_catchesEveryExhibit() throws IOException {
    Answer answer = new Caller(folder).call("museum", "--json");
    assertThat(answer.code()).isZero();
    JsonNode exhibits = json(answer).get("exhibits");
    assertThat(exhibits).hasSizeGreaterThanOrEqualTo(5);
    for (JsonNode exhibit : exhibits) {
      assertThat(exhibit.fieldNames())
          .toIterable()
          .containsExactly("id", "caughtBy", "found", "seed", "events");
      assertThat(exhibit.get("found").booleanValue()).isTrue();
    }
    assertThat(new Caller(folder).call("museum", "B07").out())
        .startsWith("CAUGHT  B07")
        .contains("by error-bits")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"scenarios", "faults", "checks", "counts", "presets", "exhibits", "targets"})
  void list_givesNamesAndSentences(String kind) throws IOException {
    Answer answer = new Caller(folder).call("list", kind, "--json");
    JsonNode json = json(answer);
    assertThat(json.get("kind").textValue()).isEqualTo(kind);
    for (JsonNode item : json.get("items")) {
      assertThat(item.get("name").textValue()).isNotBlank();
      assertThat(item.get("about").textValue()).isNotBlank();
    }
    assertThat(json.get("items")).isNotEmpty();
    assertThat(new Caller(folder).call("list", kind).out().lines())
        .hasSize(json.get("items").size());
  }

  @Test
  void validate_tellsEveryMistake() throws IOException {
    Caller caller =
        new Caller(folder).with("bad.yaml", Caller.PASSING.replace("size: 1MiB", "sise: 1MiB"));
    Answer answer = caller.call("validate", "bad.yaml", "one-write", "--json");
    assertThat(answer.code()).isEqualTo(2);
    JsonNode bad = new ObjectMapper().readTree(answer.out().lines().findFirst().orElseThrow());
    assertThat(bad.get("file").textValue()).isEqualTo("bad.yaml");
    assertThat(bad.get("valid").booleanValue()).isFalse();
    assertThat(bad.get("mistakes").get(0).fieldNames())
        .toIterable()
        .containsExactly("line", "column", "message", "suggestion");
    assertThat(answer.out().lines()).hasSize(2);
    assertThat(caller.call("validate", "one-write").out()).isEqualTo("one-write: valid\n");
  }

  @Test
  void new_writesAScenarioThatRuns_alsoFromAShippedOne() {
    Caller caller = new Caller(folder);
    assertThat(caller.call("new", "mine").lastLine()).isEqualTo("./dmio run mine.yaml");
    assertThat(caller.call("run", "mine.yaml").code()).isZero();
    assertThat(caller.call("new", "yours", "--from", "one-bad-region").code()).isZero();
    assertThat(caller.call("run", "yours.yaml").code()).isZero();
    assertThat(caller.call("new", "mine").code()).isEqualTo(2);
  }

  @Test
  void schema_isPrintedOrWritten() throws IOException {
    Caller caller = new Caller(folder);
    String printed = caller.call("schema").out();
    assertThat(new ObjectMapper().readTree(printed).get("$schema").textValue()).contains("2020-12");
    caller.call("schema", "-o", "s.json");
    assertThat(folder.resolve("s.json")).hasContent(printed);
  }

  @Test
  void explain_tellsWhichBitAndWhy() {
    Answer answer = new Caller(folder).call("explain", "one-bad-region");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("Therefore bit 2 of w is set.", "grown-defect");
  }

  @Test
  void reason_isToldWithTheBit_andChangesNoDigest() {
    String reason = "faults.0.reason=dropped on the floor";
    Caller caller = new Caller(folder);

    assertThat(caller.call("explain", "one-bad-region").out())
        .containsPattern("rule grown-defect \\(.*one-bad-region\\.yaml:12: grown defect\\)");
    assertThat(digests(caller.call("run", "one-bad-region", "--set", reason, "--json")))
        .isEqualTo(digests(caller.call("run", "one-bad-region", "--json")));
    assertThat(digests(caller.call("run", "one-bad-region", "--seed", "8", "--json")))
        .isNotEqualTo(digests(caller.call("run", "one-bad-region", "--json")));
  }

  private static String digests(Answer answer) {
    Matcher digests =
        Pattern.compile("\"fingerprint\".*?\"outcome\":\"\\w+\"").matcher(answer.out());
    assertThat(digests.find()).isTrue();
    return digests.group();
  }

  @Test
  void explain_tellsWhatWouldHaveHappenedWithoutAFault() {
    String story = new Caller(folder).call("explain", "one-bad-region", "--counterfactual").out();
    assertThat(story)
        .contains("Without grown-defect", "0 of 301 calls would fail, and not 1 of 301")
        .contains("  w would get 0b000, and not 0b100.");
    assertThat(new Caller(folder).call("explain", "one-write", "--counterfactual").out())
        .contains("No rule has fired");
  }

  @Test
  void report_writesPageAndPictures_ofACapsuleToo() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    caller.call("run", "failing.yaml");
    String capsule = "failures/failing-expect-0x1.yaml";
    Answer answer = caller.call("report", capsule, "-o", "out", "--format", "html,svg");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(folder.resolve("out/index.html")).isNotEmptyFile();
    assertThat(folder.resolve("out/timeline.svg")).isNotEmptyFile();
    assertThat(folder.resolve("out/timeline.png")).doesNotExist();
  }

  @Test
  void report_ofAWindow_saysSo_andStaysTheSame() throws IOException {
    Caller caller = new Caller(folder);
    for (String place : new String[] {"one", "two"}) {
      Answer answer = caller.call("report", "one-percent", "--window", "1ms..2500us", "-o", place);
      assertThat(answer).isEqualTo(new Answer(0, "PASSED  report in " + place + "\n", ""));
    }
    for (String name : new String[] {"index.html", "timeline.svg", "pool.png", "latency.svg"}) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
    assertThat(folder.resolve("one/index.html"))
        .content()
        .contains(
            "show the window 1ms..2500us of virtual time", "\"from\":1000000,\"end\":2500000,");
  }

  @Test
  void report_ofAWindowThatGoesBeyondTheRun_endsWithTheRun() throws IOException {
    Caller caller = new Caller(folder).with("passing.yaml", Caller.PASSING);
    caller.call("report", "passing.yaml", "--window", "0ns..1s", "-o", "out", "--format", "html");
    assertThat(folder.resolve("out/index.html"))
        .content()
        .contains("the window 0ns..1s ", "\"from\":0,\"end\":160000,");
  }

  @Test
  void completion_knowsCommandsAndOptions() {
    assertThat(new Caller(folder).call("generate-completion").out())
        .contains("complete -F", "museum", "--check-determinism");
  }

  @Test
  void warmUp_saysNothing_andIsNotInTheHelp() {
    Answer answer = new Caller(folder).call("warm-up");
    assertThat(answer).isEqualTo(new Answer(0, "", ""));
    assertThat(new Caller(folder).call("--help").out()).doesNotContain("warm-up");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyObject_saysWhichSemanticsItHas() throws IOException {
    JsonNode json = json(new Caller(folder).call("list", "checks", "--json"));
    assertThat(json.get("json").intValue()).isEqualTo(1);
    assertThat(json.get("semantics").intValue()).isEqualTo(Semantics.NUMBER);
    assertThat(json.get("dmioVersion").textValue()).isNotBlank();
  }

  private static JsonNode json(Answer answer) throws IOException {
    return new ObjectMapper().readTree(answer.out());
  }
}
