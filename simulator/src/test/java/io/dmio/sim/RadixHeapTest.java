package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RadixHeapTest {

  private final RadixHeap heap = new RadixHeap();

  @Test
  void empty_popsNothingAndPeeksTheEndOfTime() {
    assertThat(heap.isEmpty()).isTrue();
    assertThatThrownBy(heap::pop).isInstanceOf(NoSuchElementException.class);
    assertThat(heap.peekTime()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void push_beforeTheTimePoppedLast_isRefused() {
    push(10, 0);
    heap.pop();
    assertThatThrownBy(() -> push(9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("9", "10");
  }

  @Test
  void peekTime_doesNotMoveTheCurrentTime() {
    push(100, 0);
    assertThat(heap.peekTime()).isEqualTo(100);
    push(50, 1);
    assertThat(slots(1)).containsExactly(1);
  }

  @Test
  void endOfTime_isATimeLikeAnyOther() {
    push(Long.MAX_VALUE, 0);
    push(0, 1);
    push(Long.MAX_VALUE, 2);
    assertThat(slots(3)).containsExactly(1, 0, 2);
  }

  @Test
  void clear_forgetsSlotsAndTime() {
    push(10, 0);
    push(20, 1);
    heap.pop();
    heap.clear();
    assertThat(heap.isEmpty()).isTrue();
    push(1, 5);
    assertThat(slots(1)).containsExactly(5);
  }

  @Test
  void clear_leavesNoSlotBehindInAnyBucket() {
    push(20, 1);
    push(1_000, 2);
    heap.clear();
    push(20, 7);
    push(1_000, 8);
    assertThat(slots(2)).containsExactly(7, 8);
    assertThat(heap.isEmpty()).isTrue();
  }

  @Test
  void pop_ofABucketOfTimes_keepsTheOrderOfTiesBehindAnEarlierOne() {
    push(1_000, 0);
    push(1_001, 1);
    push(1_000, 2);
    push(999, 3);
    push(999, 4);
    push(1_001, 5);
    assertThat(slots(6)).containsExactly(3, 4, 0, 2, 1, 5);
  }

  private void push(long time, int slot) {
    heap.push(time, new Event(slot));
  }

  private int[] slots(int count) {
    return IntStream.range(0, count).map(i -> heap.pop().slot()).toArray();
  }
}
