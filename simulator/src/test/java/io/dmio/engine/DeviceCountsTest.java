package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DeviceCountsTest {

  private final DeviceCounts counts = new DeviceCounts();

  @Test
  void everyDevice_isCountedAlone() {
    assertThat(counts.next(0)).isZero();
    assertThat(counts.next(3)).isZero();
    assertThat(counts.next(3)).isEqualTo(1);
    assertThat(counts.next(0)).isEqualTo(1);
    assertThat(counts.next(3)).isEqualTo(2);
  }

  @Test
  void clear_makesEveryCountZero_howeverOldItIs() {
    counts.next(1);
    counts.next(2);
    counts.next(2);
    counts.clear();
    assertThat(counts.next(1)).isZero();
    assertThat(counts.next(1)).isEqualTo(1);
    counts.clear();
    counts.clear();
    assertThat(counts.next(1)).isZero();
    assertThat(counts.next(2)).isZero();
  }

  @Test
  void devicesOfLargeNumbers_leaveTheCountsOfOthersAlone() {
    counts.clear();
    counts.next(15);
    assertThat(counts.next(16)).isZero();
    assertThat(counts.next(1000)).isZero();
    assertThat(counts.next(15)).isEqualTo(1);
    assertThat(counts.next(16)).isEqualTo(1);
    assertThat(counts.next(1000)).isEqualTo(1);
  }
}
