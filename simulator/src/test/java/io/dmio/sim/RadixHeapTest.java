package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RadixHeapTest {

  private final RadixHeap heap = new RadixHeap();

  @Test
  void empty_popsNothingAndPeeksTheEndOfTime() {
    assertThat(heap.pop()).isEqualTo(-1);
    assertThat(heap.peekTime()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void push_beforeTheTimePoppedLast_isRefused() {
    heap.push(10, 0);
    heap.pop();
    assertThatThrownBy(() -> heap.push(9, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("9", "10");
  }

  @Test
  void peekTime_doesNotMoveTheCurrentTime() {
    heap.push(100, 0);
    assertThat(heap.peekTime()).isEqualTo(100);
    heap.push(50, 1);
    assertThat(heap.pop()).isEqualTo(1);
  }

  @Test
  void endOfTime_isATimeLikeAnyOther() {
    heap.push(Long.MAX_VALUE, 0);
    heap.push(0, 1);
    heap.push(Long.MAX_VALUE, 2);
    assertThat(new int[] {heap.pop(), heap.pop(), heap.pop()}).containsExactly(1, 0, 2);
  }

  @Test
  void clear_forgetsSlotsAndTime() {
    heap.push(10, 0);
    heap.push(20, 1);
    heap.pop();
    heap.clear();
    assertThat(heap.size()).isZero();
    assertThat(heap.pop()).isEqualTo(-1);
    heap.push(1, 5);
    assertThat(heap.pop()).isEqualTo(5);
  }

  @Test
  void clear_leavesNoSlotBehindInAnyBucket() {
    heap.push(20, 1);
    heap.push(1_000, 2);
    heap.clear();
    heap.push(20, 7);
    heap.push(1_000, 8);
    assertThat(new int[] {heap.pop(), heap.pop(), heap.pop()}).containsExactly(7, 8, -1);
  }

  @Test
  void slotsFarApart_areHeld() {
    heap.push(2, 100_000);
    heap.push(1, 3);
    assertThat(new int[] {heap.pop(), heap.pop()}).containsExactly(3, 100_000);
  }

  @Test
  void pop_ofABucketOfTimes_keepsTheOrderOfTiesBehindAnEarlierOne() {
    heap.push(1_000, 0);
    heap.push(1_001, 1);
    heap.push(1_000, 2);
    heap.push(999, 3);
    heap.push(999, 4);
    heap.push(1_001, 5);
    int[] slots = IntStream.range(0, 6).map(i -> heap.pop()).toArray();
    assertThat(slots).containsExactly(3, 4, 0, 2, 1, 5);
  }
}
