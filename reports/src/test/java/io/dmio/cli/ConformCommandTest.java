package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.cli.Caller.Answer;
import io.dmio.conformance.Recordings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConformCommandTest {

  @TempDir Path folder;

  @Test
  void shippedRecordings_allMatch() {
    Answer answer = new Caller(folder).call("conform");
    assertThat(answer)
        .isEqualTo(new Answer(0, "562 cases match, 0 differ, 0 malformed lines\n", ""));
  }

  @Test
  void casesThatMatch_areCounted_andBlankLinesAreNone() throws IOException {
    Caller caller = new Caller(folder).with("c.jsonl", first(3) + "\n \n");
    assertThat(caller.call("conform", "c.jsonl"))
        .isEqualTo(new Answer(0, "3 cases match, 0 differ, 0 malformed lines\n", ""));
  }

  @Test
  void differences_areShownSideBySide_underTheirCase() throws IOException {
    Caller caller = new Caller(folder).with("c.jsonl", changed() + first(2));
    Answer answer = caller.call("conform", "c.jsonl");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out().lines())
        .containsExactly(
            "DIFFERS  v-basic-001",
            "  ops[0].ret   expected -7    actual 0",
            "  ops[0].warn  expected true  actual false",
            "2 cases match, 1 differ, 0 malformed lines");
    assertThat(answer.err()).isEmpty();
  }

  @Test
  void malformedLines_areNamed_andTheRestStillRuns() throws IOException {
    Caller caller = new Caller(folder).with("c.jsonl", "{\n" + changed() + "{}\n" + first(1));
    Answer answer = caller.call("conform", "c.jsonl");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.lastLine()).isEqualTo("1 cases match, 1 differ, 2 malformed lines");
    assertThat(answer.err().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("c.jsonl:1: error: no JSON: "))
        .contains("c.jsonl:3: error: \"id\" is missing");
  }

  @Test
  void json_hasTheCountsOfCases_andEveryDifference() throws IOException {
    Caller caller = new Caller(folder).with("c.jsonl", "{\n" + changed() + first(2));
    Answer answer = caller.call("conform", "c.jsonl", "--json");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("c.jsonl:1: error: ");
    assertThat(answer.out()).hasLineCount(1);
    JsonNode json = new ObjectMapper().readTree(answer.out());
    assertThat(json.path("passed").intValue()).isEqualTo(2);
    assertThat(json.path("failed").intValue()).isEqualTo(1);
    assertThat(json.path("malformed").intValue()).isEqualTo(1);
    assertThat(json.path("failures").toString())
        .isEqualTo(
            "[{\"id\":\"v-basic-001\",\"what\":\"ops[0].ret\",\"expected\":\"-7\","
                + "\"actual\":\"0\"},{\"id\":\"v-basic-001\",\"what\":\"ops[0].warn\","
                + "\"expected\":\"true\",\"actual\":\"false\"}]");
  }

  @Test
  void compressedFiles_areReadAsTheyAre_andDamagedOnesAreExplained() throws IOException {
    Path file = folder.resolve("c.jsonl.gz");
    try (GZIPOutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write(first(2).getBytes(StandardCharsets.UTF_8));
    }
    Caller caller = new Caller(folder);
    assertThat(caller.call("conform", "c.jsonl.gz").out()).startsWith("2 cases match");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    Answer answer = caller.call("conform", "c.jsonl.gz");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("dmio: 'c.jsonl.gz' is damaged").hasLineCount(1);
  }

  @Test
  void progress_isDrawnOnATerminalOnly_andTakenAway() throws IOException {
    new Caller(folder).with("c.jsonl", first(60));
    assertThat(new Caller(folder, true).call("conform", "c.jsonl").err())
        .contains("50 cases")
        .endsWith("\r\u001b[K");
    assertThat(new Caller(folder).call("conform", "c.jsonl").err()).isEmpty();
  }

  /** The first case with two observations changed. */
  private static String changed() throws IOException {
    String line = first(1);
    return line.replaceFirst("\"ret\": ?0", "\"ret\":-7")
        .replaceFirst("\"warn\": ?false", "\"warn\":true");
  }

  private static String first(int cases) throws IOException {
    try (BufferedReader reader = Recordings.shipped()) {
      List<String> lines = reader.lines().limit(cases).toList();
      return String.join("\n", lines) + "\n";
    }
  }
}
