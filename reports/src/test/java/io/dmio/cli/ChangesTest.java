package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangesTest {

  @TempDir Path folder;

  @Test
  void set_changesWhatIsRun() throws IOException {
    Caller caller = new Caller(folder).with("passing.yaml", Caller.PASSING);
    Answer slow = caller.call("run", "passing.yaml", "--set", "devices.a.latency=1s");
    assertThat(slow.code()).isZero();
    assertThat(slow.out()).contains("2s virtual");
    Answer both =
        caller.call(
            "run", "passing.yaml", "--set=devices.a.latency=1s", "--set", "limits.time=1500ms");
    assertThat(both.code()).isEqualTo(1);
    assertThat(both.out()).contains("LIMIT");
  }

  @Test
  void capsule_hasTheChangedValues_andReplays() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    Answer run =
        caller.call(
            "run",
            "failing.yaml",
            "--set",
            "devices.a.latency=7ms",
            "--set",
            "devices.a.queue-depth=1",
            "--set",
            "limits={ time: 9s }",
            "--dialect",
            "classic");
    assertThat(run.code()).isEqualTo(1);
    String capsule = "failures/failing-expect-0x1.yaml";
    assertThat(Files.readString(folder.resolve(capsule)))
        .contains("latency: 7ms", "queue-depth: 1", "limits: { time: 9s }", "dialect: classic");
    Answer replay = caller.call("replay", capsule, "--as-recorded");
    assertThat(replay.out()).contains("REPRODUCED").contains("14ms virtual");
    assertThat(replay.code()).isZero();
  }

  @Test
  void placesOfFailures_areThoseOfTheFile() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    Answer run = caller.call("run", "failing.yaml", "--json", "--set", "limits.time=9s");
    assertThat(run.out()).contains("\"file\":\"failing.yaml\",\"line\":7,");
  }

  @Test
  void commandWithoutCapsule_carriesTheChanges() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING).with("file", "");
    String[] command = {
      "run", "failing.yaml", "--failures", "file", "--set", "about=it's", "--dialect", "classic"
    };
    assertThat(caller.call(command).lastLine())
        .isEqualTo("./dmio run failing.yaml --seed 0x1 --set 'about=it'\\''s' --dialect classic");
  }

  @Test
  void mistakes_nameTheOption() throws IOException {
    Caller caller = new Caller(folder).with("passing.yaml", Caller.PASSING);
    Answer unknown = caller.call("run", "passing.yaml", "--set", "devices.a.latncy=1s");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo(
            """
            passing.yaml: --set devices.a.latncy=1s: error: unknown key 'latncy' in device
              --set devices.a.latncy=1s
                              ^
              hint: did you mean 'latency'?
            """);
    Answer malformed = caller.call("run", "passing.yaml", "--set", "latency");
    assertThat(malformed.code()).isEqualTo(2);
    assertThat(malformed.err()).contains("dmio: --set: expected KEY=VALUE");
    Answer dialect = caller.call("run", "passing.yaml", "--dialect", "clasic");
    assertThat(dialect.code()).isEqualTo(2);
    assertThat(dialect.err()).contains("passing.yaml: --dialect clasic: error:", "'classic'");
  }
}
