package io.dmio.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BufferContentTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 512, 100, 4000})
  void stampsOfABuffer_areItsSectorsWhereverItBegins(int offset) {
    Tags tags = new Tags();
    Memory memory = new Memory(PayloadMode.TAGS, tags);
    BufferContent content = new BufferContent(memory, tags);
    IoMemory layout = new IoMemory.PageList(memory.allocateScattered(3, 1), offset);

    content.stamp(layout, 12, 7);

    assertThat(content.read(layout, 12)).containsExactly(BufferContent.stamps(7, 12));
  }
}
