package io.dmio.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LogWritesLogTest {

  private static byte[] file() throws IOException {
    byte[] data = new byte[1024];
    Arrays.fill(data, (byte) 0x5a);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<LogWritesLog.Entry> entries =
        List.of(
            new LogWritesLog.Entry(8, 2, LogWritesLog.FUA, data),
            new LogWritesLog.Entry(16, 8, LogWritesLog.DISCARD, new byte[0]),
            new LogWritesLog.Entry(0, 0, LogWritesLog.FLUSH, new byte[0]),
            LogWritesLog.Entry.mark("dm-log-writes-end"));
    LogWritesLog.begin(out, entries.size());
    for (LogWritesLog.Entry entry : entries) {
      LogWritesLog.write(out, entry);
    }
    return out.toByteArray();
  }

  @Test
  void blocks_areLaidOutAsTheTargetDoes() throws Exception {
    ByteBuffer bytes = ByteBuffer.wrap(file()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.limit()).isEqualTo(512 + 512 + 1024 + 512 + 512 + 512);
    assertThat(bytes.getLong()).isEqualTo(0x6a736677736872L);
    assertThat(bytes.getLong(16)).isEqualTo(4);
    assertThat(bytes.getLong(512)).isEqualTo(8);
    assertThat(bytes.getLong(512 + 16)).isEqualTo(2);
    assertThat(bytes.get(1024)).isEqualTo((byte) 0x5a);
  }

  @Test
  void log_isReadBack() throws Exception {
    List<LogWritesLog.Entry> entries = LogWritesLog.read(file());
    assertThat(entries).hasSize(4);
    assertThat(entries.get(0).data()).hasSize(1024).containsOnly(0x5a);
    assertThat(entries.get(1).sectors()).isEqualTo(8);
    assertThat(entries.get(2).flags()).isEqualTo(LogWritesLog.FLUSH);
    assertThat(new String(entries.get(3).data(), StandardCharsets.UTF_8))
        .isEqualTo("dm-log-writes-end");
  }

  @Test
  void brokenLog_saysWhere() throws Exception {
    byte[] file = file();
    assertThatThrownBy(() -> LogWritesLog.read(Arrays.copyOf(file, 1500)))
        .isInstanceOf(MalformedTraceException.class)
        .hasMessage("offset 512: the data of this entry reaches past the file's end");
    assertThatThrownBy(() -> LogWritesLog.read(Arrays.copyOf(file, 512)))
        .hasMessageStartingWith("offset 512");
    assertThatThrownBy(() -> LogWritesLog.read(new byte[512])).hasMessageStartingWith("offset 0");
  }
}
