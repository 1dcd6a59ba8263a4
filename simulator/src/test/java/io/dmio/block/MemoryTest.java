package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MemoryTest {

  private final Memory memory = new Memory(PayloadMode.TAGS, new Tags());

  @Test
  void runs_areContiguousInside_andNeverNeighbours() {
    long first = memory.allocate(3);
    long second = memory.allocate(1);
    long third = memory.allocate(2);
    assertThat(first).isPositive().isEqualTo(first / Sectors.PAGE_SIZE * Sectors.PAGE_SIZE);
    assertThat(second).isGreaterThan(first + 3L * Sectors.PAGE_SIZE);
    assertThat(third).isGreaterThan(second + Sectors.PAGE_SIZE);
  }

  @Test
  void freedRun_isHandedOutAgain_withWhatItHeld() {
    long address = memory.allocate(2);
    memory.contents().setTag(Sectors.ofBytes(address), Tags.stamp(1, 1));
    memory.free(address, 2);
    assertThat(memory.isAllocated(address)).isFalse();
    assertThat(memory.allocate(1)).isNotEqualTo(address);
    assertThat(memory.allocate(2)).isEqualTo(address);
    assertThat(memory.contents().tag(Sectors.ofBytes(address))).isEqualTo(Tags.stamp(1, 1));
  }

  @Test
  void lostMemory_isAsNew() {
    for (PayloadMode mode : PayloadMode.values()) {
      Memory lost = new Memory(mode, new Tags());
      long address = lost.allocate(40);
      lost.contents().setTag(Sectors.ofBytes(address), Tags.stamp(1, 1));
      lost.contents().setTag(Sectors.ofBytes(address) + 300, Tags.stamp(1, 2));
      lost.lose();
      assertThat(lost.isAllocated(address)).isFalse();
      assertThat(lost.allocate(40)).isEqualTo(address);
      assertThat(lost.contents().tag(Sectors.ofBytes(address))).isEqualTo(Tags.ZERO);
      assertThat(lost.contents().tag(Sectors.ofBytes(address) + 300)).isEqualTo(Tags.ZERO);
    }
  }

  @Test
  void isAllocated_coversEveryByteOfTheRun_andNothingElse() {
    long address = memory.allocate(2);
    assertThat(memory.isAllocated(address - 1)).isFalse();
    assertThat(memory.isAllocated(address)).isTrue();
    assertThat(memory.isAllocated(address + 2 * Sectors.PAGE_SIZE - 1)).isTrue();
    assertThat(memory.isAllocated(address + 2 * Sectors.PAGE_SIZE)).isFalse();
  }

  @Test
  void stretch_isAllocated_iffAllItsPagesAre() {
    long address = memory.allocate(2);
    long end = address + 2 * Sectors.PAGE_SIZE;
    memory.allocate(1);
    assertThat(memory.isAllocated(address, end)).isTrue();
    assertThat(memory.isAllocated(address, end - 1)).isTrue();
    assertThat(memory.isAllocated(end - 1, end)).isTrue();
    assertThat(memory.isAllocated(address, end + 1)).isFalse();
    assertThat(memory.isAllocated(address - 1, end)).isFalse();
    assertThat(memory.isAllocated(address, end + 2 * Sectors.PAGE_SIZE)).isFalse();
    assertThat(memory.isAllocated(end, end + 1)).isFalse();
  }

  @Test
  void frees_changesWithEveryLossOfMemory_andWithNothingElse() {
    long address = memory.allocate(1);
    assertThat(memory.frees()).isZero();
    memory.free(address, 1);
    assertThat(memory.frees()).isEqualTo(1);
    memory.allocate(1);
    assertThat(memory.frees()).isEqualTo(1);
    memory.lose();
    assertThat(memory.frees()).isEqualTo(2);
  }

  @Test
  void free_ofAnythingButAWholeRun_isRefused() {
    long address = memory.allocate(4);
    refusesToFree(address, 2);
    refusesToFree(address + 2 * Sectors.PAGE_SIZE, 2);
    refusesToFree(address, 5);
    refusesToFree(address, 0);
    refusesToFree(address + 512, 4);
    refusesToFree(0, 1);
    memory.free(address, 4);
    refusesToFree(address, 4);
  }

  @Test
  void allocate_nothing_isRefused() {
    assertThatThrownBy(() -> memory.allocate(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void scatteredPages_areContiguousOnlyWithinTheirRun() {
    long[] pages = memory.allocateScattered(5, 2);
    for (int i = 1; i < 5; i++) {
      boolean follows = pages[i] == pages[i - 1] + Sectors.PAGE_SIZE;
      assertThat(follows).isEqualTo(i % 2 == 1);
    }
    memory.freeScattered(pages, 2);
    for (long page : pages) {
      assertThat(memory.isAllocated(page)).isFalse();
    }
  }

  private void refusesToFree(long address, int pages) {
    assertThatThrownBy(() -> memory.free(address, pages))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(pages + " pages from address " + address);
  }
}
