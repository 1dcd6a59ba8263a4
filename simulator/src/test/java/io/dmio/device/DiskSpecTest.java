package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.QueueLimits;
import org.junit.jupiter.api.Test;

/** How a disk is said. */
final class DiskSpecTest {

  private static final QueueLimits BLOCKS_4096 = new QueueLimits(9, 8, 4096, 4096, 7, 6);

  @Test
  void whatNobodySays_isAsOnAPlainDisk() {
    assertThat(DiskSpec.builder(3, "d", 64).build())
        .isEqualTo(
            new DiskSpec(
                3,
                "d",
                64,
                -1,
                new LatencyProfile(LatencySpec.NONE, LatencySpec.NONE, LatencySpec.NONE),
                Integer.MAX_VALUE,
                DriverKind.BIO,
                QueueLimits.UNLIMITED,
                HoldOrder.NONE,
                CacheSpec.NONE,
                false,
                512));
  }

  @Test
  void atomicUnit_isTheLogicalBlock_unlessSaid() {
    DiskSpecBuilder disk = DiskSpec.builder(0, "d", 64).limits(BLOCKS_4096);

    assertThat(disk.build().atomicWriteBytes()).isEqualTo(4096);
    assertThat(disk.atomicWriteBytes(8192).build().atomicWriteBytes()).isEqualTo(8192);
    assertThatThrownBy(() -> disk.atomicWriteBytes(0).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void change_keepsEverythingThatIsNotChanged() {
    LatencySpec read = new LatencySpec.Fixed(1);
    LatencySpec write = new LatencySpec.Fixed(2);
    LatencySpec flush = new LatencySpec.Fixed(3);
    DiskSpec disk =
        new DiskSpec(
            3,
            "d",
            64,
            5,
            new LatencyProfile(read, write, flush),
            2,
            DriverKind.REQUEST,
            BLOCKS_4096,
            HoldOrder.LIFO,
            CacheSpec.of(CacheMode.WRITE_BACK),
            true,
            8192);

    assertThat(disk.change().build()).isEqualTo(disk);
    assertThat(disk.change().queueDepth(7).build()).isNotEqualTo(disk);
  }
}
