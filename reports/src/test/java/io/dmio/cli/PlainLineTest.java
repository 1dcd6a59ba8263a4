package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is read without picocli is what picocli reads. */
final class PlainLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run a",
        "run a b --json c",
        "run a --seed 0x7 --failures out --check-determinism",
        "run --report out --format html,svg --exhibit B01 a",
        "run a --set b=1 --json --set c=[1,2]",
        "replay a --as-recorded",
        "explain a --seed 18446744073709551615",
        "report a -o out",
        "report a --output out --window 1ms..2ms",
        "conform",
        "museum --json",
        "museum B01 B07",
        "schema",
        "schema -o file",
        "bench --json",
      })
  void plainLine_givesWhatTheFullParserGives(String line) {
    List<String> arguments = arguments(line);
    Syntax syntax = syntax(line);
    CommandLine full = new CommandLine(PicocliSpec.of(syntax));
    assertThat(PlainLine.read(syntax, arguments))
        .isEqualTo(FullParser.given(syntax, full.parseArgs(arguments.toArray(new String[0]))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run --json",
        "run a --help",
        "run a --jsn",
        "run a --json --json",
        "run a --seed",
        "run a --seed x",
        "run a --seed=7",
        "run a --report --json",
        "run a --set",
        "run a --set=b=1",
        "run a --",
        "run -",
        "run @a",
        "explain a b",
        "report a",
        "report a -o out --output out",
        "schema a",
      })
  void otherLine_isLeftToTheFullParser(String line) {
    assertThat(PlainLine.read(syntax(line), arguments(line))).isNull();
  }

  @Test
  void emptyName_isLeftToTheFullParser() {
    assertThat(PlainLine.read(syntax("run"), List.of(""))).isNull();
  }

  private static Syntax syntax(String line) {
    Output nowhere = Output.complaints(OutputStream.nullOutputStream());
    Terminal terminal = new Terminal(nowhere, nowhere, Path.of(""), null, "dmio", false, false);
    return Commands.make(line.split(" ")[0], terminal).syntax();
  }

  private static List<String> arguments(String line) {
    List<String> words = List.of(line.split(" "));
    return words.subList(1, words.size());
  }
}
