package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {

  @TempDir Path folder;

  @Test
  void standardOutput_getsWhatTheFileHolds_andNothingElse() throws IOException {
    Caller caller = new Caller(folder);
    Answer file = caller.call("export", "two-legs", "--format", "csv", "-o", "out");
    Answer stream = caller.call("export", "two-legs", "--format", "csv", "-o", "-");

    assertThat(file.out()).isEqualTo("wrote to out: bios.csv\n");
    assertThat(stream.out()).isEqualTo(Files.readString(folder.resolve("out/bios.csv")));
    assertThat(folder.resolve("out").toFile().list())
        .containsExactlyInAnyOrder(".dmio-files", "bios.csv");
  }

  @Test
  void severalFiles_needAFolder() {
    Answer answer = new Caller(folder).call("export", "two-legs", "--format", "fio-log", "-o", "-");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err()).contains("makes 6 files: give a folder to -o");
  }

  @Test
  void folder_thatCannotBeOne_isTold() throws IOException {
    Answer answer =
        new Caller(folder)
            .with("file", "")
            .call("export", "two-legs", "--format", "csv", "-o", "file");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("'", "is a file, and a folder is needed");
  }
}
