package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ErrorsTest {

  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          Output.results(OutputStream.nullOutputStream()),
          Output.complaints(complaints),
          Path.of(""),
          null,
          "dmio",
          false,
          false);

  /** Needs more memory than there is. */
  private static final class Hungry implements Command {

    @Override
    public Syntax syntax() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ExitCode run(Given given) {
      throw new OutOfMemoryError();
    }
  }

  @Test
  void exhaustedMemory_isAMistake_thatNamesTheFile() {
    ExitCode code =
        new Errors(terminal).guard(new Hungry(), new Given(Map.of(), List.of("large.yaml")));
    terminal.flush();

    assertThat(code).isEqualTo(ExitCode.MISTAKE);
    assertThat(complaints.toString(StandardCharsets.UTF_8))
        .startsWith("dmio: 'large.yaml': Java has no more memory for this");
  }
}
