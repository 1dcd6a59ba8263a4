package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Tags and bytes are two ways to hold the same contents: each judges the other. */
final class SectorStoreProperties {

  private static final int SECTORS = 300;
  private static final int BYTES = SECTORS * Sectors.SIZE;

  private final Tags tags = new Tags();

  @Property(tries = 100)
  void tagsAndBytes_holdTheSame(@ForAll long seed) {
    RandomStream stream = new SeededChoices(seed).stream("stores");
    SectorContent content = SectorContent.pattern(2);
    SectorStore[] disks = both(content);
    SectorStore[] memories = both(SectorContent.ZERO);
    List<long[]> kept = new ArrayList<>();
    List<long[]> copies = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int unit = List.of(1, Sectors.SIZE, Sectors.PAGE_SIZE).get((int) stream.below(3));
      int length = aligned(unit, 1 + (int) stream.below(1L << 5 + stream.below(11)));
      long position = aligned(unit, (int) stream.below(BYTES - 1));
      length = (int) Math.min(length, BYTES - position);
      long from = aligned(unit, (int) stream.below(BYTES - length + 1));
      switch ((int) stream.below(8)) {
        case 0 -> write(disks, position, length, stream.next());
        case 1 -> copy(disks, memories, position, from, length);
        case 2 -> copy(memories, disks, position, from, length);
        case 3 -> zero(stream.below(2) == 0 ? disks : memories, position, length);
        case 4 -> set(memories, position, Tags.stamp(i, stream.below(9)));
        case 5 -> stamp(memories, position, i, length);
        case 6 -> keep(stream.below(2) == 0 ? disks : memories, kept, copies);
        default -> assertSameBytes(disks, position, length);
      }
    }
    assertSame(disks);
    assertSame(memories);
    assertThat(kept).usingElementComparator(Arrays::compare).isEqualTo(copies);
  }

  private SectorStore[] both(SectorContent content) {
    return new SectorStore[] {
      SectorStore.create(PayloadMode.TAGS, tags, content),
      SectorStore.create(PayloadMode.BYTES, tags, content)
    };
  }

  private static int aligned(int unit, int number) {
    return number / unit * unit;
  }

  private static void write(SectorStore[] stores, long position, int length, long seed) {
    byte[] source = new byte[length + 3];
    for (int i = 0; i < source.length; i++) {
      source[i] = (byte) SeededChoices.mix(seed + i);
    }
    for (SectorStore store : stores) {
      store.write(position, source, 3, length);
    }
  }

  private static void copy(
      SectorStore[] to, SectorStore[] from, long position, long source, int length) {
    for (int i = 0; i < 2; i++) {
      to[i].copyFrom(from[i], source, position, length);
    }
  }

  private static void zero(SectorStore[] stores, long position, int length) {
    for (SectorStore store : stores) {
      store.zero(position, length);
    }
  }

  private static void set(SectorStore[] stores, long position, long tag) {
    for (SectorStore store : stores) {
      store.setTag(Sectors.ofBytes(position), tag);
    }
  }

  private static void stamp(SectorStore[] stores, long position, long write, int length) {
    for (SectorStore store : stores) {
      store.stamp(Sectors.ofBytes(position), write, 3, (int) Sectors.ofBytes(length));
    }
  }

  /** What was asked for stays as it is, whatever becomes of the store. */
  private static void keep(SectorStore[] stores, List<long[]> kept, List<long[]> copies) {
    for (SectorStore store : stores) {
      for (int first = 0; first < SECTORS; first += Sectors.PER_PAGE) {
        kept.add(store.tags(first, Sectors.PER_PAGE));
        copies.add(kept.get(kept.size() - 1).clone());
      }
    }
  }

  private static void assertSameBytes(SectorStore[] stores, long position, int length) {
    byte[] one = new byte[length + 5];
    byte[] other = new byte[length + 5];
    stores[0].read(position, one, 5, length);
    stores[1].read(position, other, 5, length);
    assertThat(one).isEqualTo(other);
  }

  private static void assertSame(SectorStore[] stores) {
    assertSameBytes(stores, 0, BYTES);
    for (int sector = 0; sector < SECTORS; sector++) {
      assertThat(stores[0].tag(sector)).isEqualTo(stores[1].tag(sector));
    }
    assertThat(touched(stores[0])).isEqualTo(touched(stores[1]));
  }

  private static List<Long> touched(SectorStore store) {
    List<Long> seen = new ArrayList<>();
    store.forEachTouched(
        (sector, tag) -> {
          seen.add(sector);
          seen.add(tag);
        });
    return seen;
  }
}
