package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConformanceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "{                                              ! no JSON: ",
        "''                                             ! no JSON object",
        "[1]                                            ! no JSON object",
        "{} {}                                          ! no JSON: ",
        "{\"id\":\"a\",\"id\":\"b\"}                    ! no JSON: Duplicate field 'id'",
        "{}                                             ! \"id\" is missing",
        "{\"id\":7}                                     ! \"id\" is of another type",
        "{\"id\":\"a\",\"devices\":{}}                  ! \"devices\" is of another type",
        "{\"id\":\"a\",\"devices\":[]}                  ! \"ops\" is missing",
        "{\"id\":\"a\",\"devices\":[],\"ops\":[]}       ! \"observed\" is missing",
      })
  void lineThatIsNoCase_isMalformed(String line, String words) {
    assertThatThrownBy(() -> new Conformance().replay(line))
        .isInstanceOf(MalformedCaseException.class)
        .hasMessageStartingWith(words);
  }

  @ParameterizedTest
  @CsvSource({
    "/devices/0, sectors, 4294967296, devices.sectors",
    "/devices/0, sectors, -1, devices.sectors",
    "/devices/0, sectors, 99999999999999999999, devices.sectors",
    "/ops/0, bytes, 2147483647, ops.bytes",
    "/ops/0, offset, 4096, ops.offset",
    "/ops/0/regions/0, count, 9223372036854775807, ops.regions.count",
  })
  void numberOutOfRange_isMalformed(String where, String key, BigInteger number, String what) {
    ObjectNode spec = Recorded.find("v-basic-001").deepCopy();
    ((ObjectNode) spec.at(where)).put(key, number);
    assertThatThrownBy(() -> new Conformance().replay(spec.toString()))
        .isInstanceOf(MalformedCaseException.class)
        .hasMessageContaining("\"" + what + "\" is ");
  }

  @Test
  void lineBeyondAllCases_isCutAndMalformed() throws IOException {
    String line = "x".repeat(Recordings.MOST_CHARACTERS + 10);
    try (BufferedReader lines = new BufferedReader(new StringReader(line + "\r\n\nend"))) {
      String first = String.valueOf(Recordings.line(lines));
      assertThat(first).hasSize(Recordings.MOST_CHARACTERS + 1);
      assertThatThrownBy(() -> new Conformance().replay(first))
          .isInstanceOf(MalformedCaseException.class)
          .hasMessageStartingWith("a line of more than");
      assertThat(Recordings.line(lines)).isEmpty();
      assertThat(Recordings.line(lines)).isEqualTo("end");
      assertThat(Recordings.line(lines)).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/ops/0, type, leap, ops.type",
    "/ops/0, mode, later, ops.mode",
    "/ops/0, rw, trim, ops.rw",
    "/ops/0, memory, stone, memory",
    "/devices/0, stack, tape, devices.stack",
  })
  void unknownWord_isADifferenceOfItsCase(String where, String key, String word, String what) {
    ObjectNode spec = Recorded.find("v-basic-001").deepCopy();
    ((ObjectNode) spec.at(where)).put(key, word);
    List<Difference> differences = new Conformance().replayCase(spec).differences();
    assertThat(differences).extracting(Difference::what).containsExactly(what);
    assertThat(differences.get(0).actual()).contains("\"" + word + "\"");
  }

  @Test
  void unknownWordInAList_isADifferenceOfItsCase() {
    Shape flag = Shape.on("{'name':'a','stack':'mem','sectors':64,'fill':1}");
    JsonNode spec =
        flag.with(
            "{'type':'io','mode':'sync','rw':'read','flags':['hurry'],'memory':'kmem','bytes':512,"
                + "'regions':[]}");
    assertThat(new Conformance().replayCase(spec).differences())
        .extracting(Difference::what)
        .containsExactly("ops.flags");
  }

  @Test
  void deviceThatIsMissing_isADifferenceOfItsCase() {
    JsonNode spec = Recorded.find("v-basic-001").deepCopy();
    ((ObjectNode) spec.at("/ops/0/regions/0")).put("device", "nowhere");
    assertThat(new Conformance().replayCase(spec).differences())
        .containsExactly(new Difference("devices", "(supported)", "no device \"nowhere\""));
  }

  @Test
  void limitBelowZero_isADifferenceOfItsCase_inWords() throws MalformedCaseException {
    String device =
        "{\"name\":\"a\",\"stack\":\"mem\",\"sectors\":128,\"logical_block_size\":512,\"fill\":1,"
            + "\"write_cache\":false,\"fua\":false,\"max_discard_sectors\":0,"
            + "\"max_write_zeroes_sectors\":-5,\"hold\":false,\"faults\":[]}";
    String line = "{\"id\":\"x\",\"devices\":[" + device + "],\"ops\":[],\"observed\":{}}";
    assertThat(new Conformance().replay(line).differences())
        .containsExactly(
            new Difference("devices", "(supported)", "limits must not be negative: 0, -5"));
  }

  @Test
  void compressedText_isReadAsPlainText() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(compressed)) {
      stream.write("one\ntwo\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(lines(compressed.toByteArray())).containsExactly("one", "two");
    assertThat(lines("one\ntwo".getBytes(StandardCharsets.UTF_8))).containsExactly("one", "two");
    assertThat(lines(new byte[0])).isEmpty();
  }

  private static List<String> lines(byte[] bytes) throws IOException {
    try (BufferedReader reader = Recordings.read(new ByteArrayInputStream(bytes))) {
      return reader.lines().toList();
    }
  }
}
