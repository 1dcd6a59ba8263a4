package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MemoryTagsTest {

  private final Tags tags = new Tags();

  private static Bio bio(long address, int sectors) {
    Bio bio = new Bio();
    bio.prepare(RequestOp.WRITE, 0, 0, 1, 1);
    bio.add(address, sectors * Sectors.SIZE);
    return bio;
  }

  @ParameterizedTest
  @EnumSource
  void sameMemory_isReadAgainOnlyWhenSomethingHasChanged(PayloadMode mode) {
    Memory memory = new Memory(mode, tags);
    long page = memory.allocate(1);
    long sector = Sectors.ofBytes(page);
    MemoryTags known = new MemoryTags(memory.contents(), tags);
    memory.contents().setTag(sector, Tags.stamp(1, 0));
    memory.contents().setTag(sector + 1, Tags.stamp(1, 1));

    long[] first = known.of(bio(page, 2));
    assertThat(known.of(bio(page, 2))).isSameAs(first);
    assertThat(known.of(bio(page + Sectors.SIZE, 1))).containsExactly(Tags.stamp(1, 1));
    assertThat(known.of(bio(page, 1))).containsExactly(Tags.stamp(1, 0));

    memory.contents().setTag(sector, Tags.stamp(2, 0));
    assertThat(known.of(bio(page, 1))).containsExactly(Tags.stamp(2, 0));
    memory.contents().zero(page, Sectors.SIZE);
    assertThat(known.of(bio(page, 1))).containsExactly(Tags.ZERO);
    byte[] bytes = new byte[Sectors.SIZE];
    tags.expand(Tags.stamp(3, 0), bytes, 0);
    memory.contents().write(page, bytes, 0, bytes.length);
    assertThat(known.of(bio(page, 1))).containsExactly(Tags.stamp(3, 0));
    memory.contents().copyFrom(memory.contents(), page + Sectors.SIZE, page, Sectors.SIZE);
    assertThat(known.of(bio(page, 1))).containsExactly(Tags.stamp(1, 1));
    assertThat(first).containsExactly(Tags.stamp(1, 0), Tags.stamp(1, 1));
  }
}
