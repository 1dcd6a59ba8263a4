package io.dmio.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class PerfettoWriterTest {

  @Test
  void bytes_areThoseOfTheProtocol() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PerfettoWriter writer = new PerfettoWriter(out)) {
      writer.track(300, 1, "a");
      writer.begin(5, 300, "w");
      writer.counter(6, 2, 4);
      writer.end(7, 300);
    }
    String track = "0a0d" + "e20308" + "08ac02" + "120161" + "2801" + "5001";
    String begin = "0a0f" + "4005" + "5a09" + "4801" + "58ac02" + "ba0101" + "77" + "5001";
    String counter = "0a0d" + "4006" + "5a07" + "4804" + "5802" + "f00104" + "5001";
    String end = "0a0b" + "4007" + "5a05" + "4802" + "58ac02" + "5001";
    String hex = HexFormat.of().formatHex(out.toByteArray());
    assertThat(hex).isEqualTo(track + begin + counter + end);
  }
}
