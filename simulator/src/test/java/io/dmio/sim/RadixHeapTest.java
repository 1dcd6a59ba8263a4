package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RadixHeapTest {

  private final RadixHeap heap = new RadixHeap();

  @Test
  void empty_popsNothing() {
    assertThat(heap.pop()).isEqualTo(-1);
    heap.push(1, 0);
    heap.pop();
    assertThat(heap.pop()).isEqualTo(-1);
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
  void endOfTime_isATimeLikeAnyOther() {
    heap.push(Long.MAX_VALUE, 0);
    heap.push(0, 1);
    heap.push(Long.MAX_VALUE, 2);
    assertThat(new int[] {heap.pop(), heap.pop(), heap.pop()}).containsExactly(1, 0, 2);
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
