package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SectorStoreTest {

  private final Tags tags = new Tags();

  private static List<Long> touched(SectorStore store) {
    List<Long> sectors = new ArrayList<>();
    store.forEachTouched((sector, tag) -> sectors.add(sector));
    return sectors;
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void sectorAtTheEndOfTwoTebibytes_costsOneChunk(PayloadMode mode) {
    SectorStore store = SectorStore.create(mode, tags, SectorContent.pattern(1));
    long last = (1L << 32) - 1;
    store.setTag(last, Tags.stamp(9, 0));
    assertThat(store.tag(last)).isEqualTo(Tags.stamp(9, 0));
    assertThat(store.tag(last - 1)).isEqualTo(Tags.pattern(1, last - 1));
    assertThat(touched(store)).hasSize(SectorStore.CHUNK).endsWith(last);
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void stamps_tellTheirPlaceInTheWrite_inEveryChunk(PayloadMode mode) {
    SectorStore store = SectorStore.create(mode, tags, SectorContent.pattern(1));
    int first = SectorStore.CHUNK - 3;
    int count = 2 * SectorStore.CHUNK + 5;
    store.stamp(first, 9, 40, count);
    for (int i = 0; i < count; i++) {
      assertThat(store.tag(first + i)).isEqualTo(Tags.stamp(9, 40 + i));
    }
    assertThat(store.tag(first - 1)).isEqualTo(Tags.pattern(1, first - 1));
    assertThat(store.tag(first + count)).isEqualTo(Tags.pattern(1, first + count));

    store.stamp(first + 1, 10, 7, 1);
    store.stamp(first + 2, 11, 0, 0);
    assertThat(store.tags(first, 3))
        .containsExactly(Tags.stamp(9, 40), Tags.stamp(10, 7), Tags.stamp(9, 42));
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void tagsOfSeveralChunks_areReadAtOnce_writtenOrNot(PayloadMode mode) {
    SectorStore store = SectorStore.create(mode, tags, SectorContent.pattern(1));
    int end = SectorStore.CHUNK;
    store.setTag(end - 1, Tags.stamp(1, 1));
    assertThat(store.tags(end - 1, 2)).containsExactly(Tags.stamp(1, 1), Tags.pattern(1, end));
    store.setTag(end, Tags.stamp(1, 2));
    assertThat(store.tags(end - 2, 3))
        .containsExactly(Tags.pattern(1, end - 2), Tags.stamp(1, 1), Tags.stamp(1, 2));
    assertThat(store.tags(end, 1)).containsExactly(Tags.stamp(1, 2));
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void reading_touchesNothing(PayloadMode mode) {
    SectorStore source = SectorStore.create(mode, tags, SectorContent.pattern(1));
    SectorStore target = SectorStore.create(mode, tags, SectorContent.ZERO);
    target.copyFrom(source, 0, 512, 4096);
    target.copyFrom(source, 100, 1, 700);
    source.read(77, new byte[2_000], 0, 2_000);
    assertThat(source.tag(1L << 40)).isEqualTo(Tags.pattern(1, 1L << 40));
    assertThat(touched(source)).isEmpty();
    assertThat(target.tag(8)).isEqualTo(Tags.pattern(1, 7));
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void sectorThatIsPartlyOverwritten_keepsTheRest(PayloadMode mode) {
    SectorStore store = SectorStore.create(mode, tags, SectorContent.pattern(1));
    byte[] before = new byte[1024];
    store.read(0, before, 0, 1024);
    store.zero(500, 24);
    byte[] after = new byte[1024];
    store.read(0, after, 0, 1024);
    for (int i = 0; i < 1024; i++) {
      assertThat(after[i]).isEqualTo(i >= 500 && i < 524 ? 0 : before[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void copy_fromAStoreOfTheOtherKind_movesTheSame(PayloadMode mode) {
    PayloadMode otherMode = mode == PayloadMode.TAGS ? PayloadMode.BYTES : PayloadMode.TAGS;
    SectorStore source = SectorStore.create(otherMode, tags, SectorContent.pattern(1));
    SectorStore target = SectorStore.create(mode, tags, SectorContent.ZERO);
    source.setTag(2, Tags.stamp(5, 2));
    target.copyFrom(source, 512, 0, 1536);
    assertThat(target.tag(0)).isEqualTo(Tags.pattern(1, 1));
    assertThat(target.tag(1)).isEqualTo(Tags.stamp(5, 2));
    assertThat(target.tag(2)).isEqualTo(Tags.pattern(1, 3));
    assertThat(target.tag(3)).isEqualTo(Tags.ZERO);
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void sectorThatIsWrittenBack_isWhatItWas(PayloadMode mode) {
    SectorStore store = SectorStore.create(mode, tags, SectorContent.pattern(1));
    byte[] bytes = new byte[Sectors.SIZE];
    store.read(512, bytes, 0, 512);
    store.zero(513, 1);
    assertThat(store.tag(1)).isNotEqualTo(Tags.pattern(1, 1));
    store.write(512, bytes, 0, 512);
    assertThat(store.tag(1)).isEqualTo(Tags.pattern(1, 1));
  }
}
