package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller works in {@code here}; a stranger's scenario lies in {@code there}. */
final class ForeignFilesTest {

  private static final String WITNESS = "witness";

  @TempDir private Path root;
  private Path here;
  private Caller caller;

  @BeforeEach
  void aStrangersCode() throws IOException {
    here = Files.createDirectories(root.resolve("here"));
    caller = new Caller(here);
    Compiler.task(
        root.resolve("there/classes"),
        "Evil",
        "} static { try { java.nio.file.Files.writeString(java.nio.file.Path.of(\""
            + root.resolve(WITNESS)
            + "\"), \"x\"); } catch (java.io.IOException e) { throw new RuntimeException(e); } }"
            + " public Evil(java.util.Map<String, String> with) { if (with.containsKey(\"fail\"))"
            + " throw new IllegalStateException(); } { ");
    caller.with("../there/evil.yaml", evil("{}"));
  }

  private static String evil(String with) {
    return Compiler.scenario("evil", "Evil").replace("[classes]", "[classes], with: " + with);
  }

  private boolean ran() throws IOException {
    return Files.deleteIfExists(root.resolve(WITNESS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run FILE",
        "run FILE --json",
        "run ../there",
        "run FILE --check-determinism --report r",
        "run FILE --allow-files",
        "validate FILE",
        "validate FILE --json",
        "explain FILE",
        "replay FILE",
        "report FILE -o r",
        "export FILE --format events -o -",
        "compare FILE",
        "compare one-write FILE",
        "new mine --from FILE",
      })
  void aStrangersCode_isNotRun_byAnyCommand(String command) throws IOException {
    Answer answer = caller.call(command.replace("FILE", "../there/evil.yaml").split(" "));

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err() + answer.out())
        .contains("a scenario from outside of your working folder runs no code of its own")
        .contains("--allow-code");
    assertThat(ran()).isFalse();
  }

  @Test
  void validate_runsNoCode_evenWhereCodeIsAllowed() throws IOException {
    Answer allowed = caller.call("validate", "../there/evil.yaml", "--allow-code");
    Answer own = new Caller(root.resolve("there")).call("validate", "evil.yaml");

    assertThat(allowed.code()).isZero();
    assertThat(own.code()).isZero();
    assertThat(ran()).isFalse();
  }

  @Test
  void code_runs_whereItIsAllowedOrOnesOwn() throws IOException {
    assertThat(caller.call("run", "../there/evil.yaml", "--allow-code").out()).contains("FAILED");
    assertThat(ran()).isTrue();
    assertThat(new Caller(root.resolve("there")).call("run", "evil.yaml").code()).isEqualTo(1);
    assertThat(new Caller(root).call("run", "there/evil.yaml").code()).isEqualTo(1);
  }

  @Test
  void theReplayLine_saysWhatMustBeAllowed() throws IOException {
    caller.with("../there/evil.yaml", evil("{ fail: x }"));
    Answer near = caller.call("run", "../there/evil.yaml", "--allow-code");
    Answer far =
        caller.call("run", "../there/evil.yaml", "--allow-code", "--failures", "../capsules");

    assertThat(near.lastLine()).isEqualTo("./dmio replay failures/evil-bug-0x1.yaml --allow-files");
    assertThat(far.lastLine())
        .isEqualTo("./dmio replay ../capsules/evil-bug-0x1.yaml --allow-code --allow-files");
    for (Answer answer : new Answer[] {near, far}) {
      String[] words = answer.lastLine().split(" ");
      String[] arguments = java.util.Arrays.copyOfRange(words, 1, words.length);
      assertThat(caller.call(arguments).lastLine()).startsWith("REPRODUCED");
    }
    assertThat(caller.call("replay", "failures/evil-bug-0x1.yaml").code()).isEqualTo(125);
  }

  @Test
  void capsulesOfOnesOwn_goOnWorking_whereverTheScenarioLiesBelow() throws IOException {
    Compiler.task(here.resolve("deep/classes"), "Wal", "host.get(-1);");
    caller.with("deep/code.yaml", Compiler.scenario("code", "Wal"));
    Answer run = caller.call("run", "deep/code.yaml");

    assertThat(run.lastLine()).isEqualTo("./dmio replay failures/code-usage-0x1.yaml");
    assertThat(caller.call("replay", "failures/code-usage-0x1.yaml").lastLine())
        .startsWith("REPRODUCED");
  }

  @Test
  void aStrangersScenario_namesNoFilesElsewhere() throws IOException {
    caller
        .with("secret.log", "fio version 2 iolog\na add\na open\na write 0 4096\na close\n")
        .with("../there/curious.yaml", replaying("curious", "../here/secret.log"))
        .with("own.yaml", replaying("own", "secret.log"));
    Answer refused = caller.call("run", "../there/curious.yaml");

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(
            "../there/curious.yaml:7:24: error: '../here/secret.log' lies outside of the folder of"
                + " this scenario")
        .contains("--allow-files");
    assertThat(caller.call("run", "../there/curious.yaml", "--allow-files").code()).isZero();
    assertThat(caller.call("run", "own.yaml").code()).isZero();
  }

  @Test
  void anImportOfATraceFromElsewhere_saysWhatMustBeAllowed() throws IOException {
    caller.with("../there/t.log", "fio version 2 iolog\na add\na open\na write 0 4096\na close\n");
    Answer answer = caller.call("import", "../there/t.log", "-o", "t.yaml");

    assertThat(answer.lastLine()).isEqualTo("./dmio run t.yaml --allow-files");
    assertThat(caller.call("run", "t.yaml", "--allow-files").code()).isZero();
  }

  private static String replaying(String name, String file) {
    return """
        dmio: 1
        scenario: %s
        devices: { a: { size: 1MiB } }
        tasks:
          t:
            - get: 16
            - replay: { iolog: '%s', map: { a: a } }
            - put: 16
        """
        .formatted(name, file);
  }
}
