package io.dmio.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.formats.BlockTrace.Flag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BlktraceTest {

  private static final Set<Flag> WRITE = EnumSet.of(Flag.WRITE, Flag.SYNC);
  private static final int DISK = BlockTrace.device(8, 16);

  static byte[] sample() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BlktraceWriter writer = new BlktraceWriter(out)) {
      writer.process("dmio");
      writer.message("seed=0x7");
      writer.remap(900, DISK, 2048, 4096, WRITE, BlockTrace.device(253, 0), 0);
      writer.queue(1_000, DISK, 2048, 4096, WRITE);
      writer.insert(1_000, DISK, 2048, 4096, WRITE);
      writer.issue(1_200, DISK, 2048, 4096, WRITE);
      writer.queue(1_500, DISK, 0, 0, EnumSet.of(Flag.WRITE, Flag.FLUSH));
      writer.complete(81_000, DISK, 2048, 4096, WRITE, 5);
      writer.queue(90_000, BlockTrace.device(8, 32), 8, 512, EnumSet.of(Flag.READ));
      writer.queue(90_000, DISK, 16, 1024, EnumSet.of(Flag.WRITE, Flag.DISCARD));
    }
    return out.toByteArray();
  }

  private static byte[] bigEndian(byte[] file) {
    ByteBuffer from = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.allocate(file.length);
    while (from.hasRemaining()) {
      to.putInt(from.getInt()).putInt(from.getInt());
      to.putLong(from.getLong()).putLong(from.getLong());
      for (int i = 0; i < 5; i++) {
        to.putInt(from.getInt());
      }
      to.putShort(from.getShort());
      short length = from.getShort();
      to.putShort(length);
      for (int i = 0; i < length; i++) {
        to.put(from.get());
      }
    }
    return to.array();
  }

  @Test
  void queuedRequests_areReadBack() throws Exception {
    Trace trace = BlktraceReader.read(sample());
    assertThat(trace.requests())
        .containsExactly(
            new TraceRequest(0, "8,16", TraceOp.WRITE, 2048 * 512, 4096),
            new TraceRequest(500, "8,16", TraceOp.FLUSH, 0, 0),
            new TraceRequest(89_000, "8,32", TraceOp.READ, 4096, 512),
            new TraceRequest(89_000, "8,16", TraceOp.DISCARD, 8192, 1024));
    assertThat(trace.skipped())
        .containsEntry("notes", 3L)
        .containsEntry("events that are not queued requests", 5L);
  }

  @Test
  void otherByteOrder_isReadAlike() throws Exception {
    assertThat(BlktraceReader.read(bigEndian(sample()))).isEqualTo(BlktraceReader.read(sample()));
  }

  @Test
  void records_areAsTheKernelLaysThemOut() throws Exception {
    List<BlktraceEvent> events = BlktraceReader.events(sample());
    BlktraceEvent completion =
        events.stream().filter(e -> e.act() == BlktraceEvent.COMPLETE).findFirst().orElseThrow();
    assertThat(completion.error()).isEqualTo(5);
    assertThat(completion.device()).isEqualTo(8 << 20 | 16);
    BlktraceEvent remap =
        events.stream().filter(e -> e.act() == BlktraceEvent.REMAP).findFirst().orElseThrow();
    assertThat(ByteBuffer.wrap(remap.payload()).getInt()).isEqualTo(253 << 20);
    byte[] file = sample();
    assertThat(file[0]).isEqualTo((byte) 7);
    assertThat(file[3]).isEqualTo((byte) 0x65);
  }

  @Test
  void versionEight_isRefusedByName() throws Exception {
    byte[] file = sample();
    file[0] = 8;
    assertThatThrownBy(() -> BlktraceReader.read(file))
        .isInstanceOf(MalformedTraceException.class)
        .hasMessageContaining("offset 0")
        .hasMessageContaining("version 8");
  }

  @Test
  void fileThatEndsEarly_saysWhere() throws Exception {
    byte[] file = sample();
    byte[] cut = Arrays.copyOf(file, file.length - 1);
    assertThatThrownBy(() -> BlktraceReader.read(cut))
        .hasMessage("offset " + (file.length - 48) + ": the file ends inside this record");
    assertThatThrownBy(() -> BlktraceReader.read(new byte[0])).hasMessageContaining("empty");
    assertThatThrownBy(() -> BlktraceReader.read(new byte[48])).hasMessageContaining("0x00000000");
  }
}
