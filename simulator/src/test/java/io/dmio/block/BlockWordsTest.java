package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class BlockWordsTest {

  @Test
  void sectors_convertToBytesAndBack() {
    assertThat(Sectors.toBytes(1L << 40)).isEqualTo(1L << 49);
    assertThat(Sectors.ofBytes(1023)).isEqualTo(1);
    assertThat(Sectors.ofBytes(1024)).isEqualTo(2);
    assertThat(Sectors.PER_PAGE).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({"0, 8, 0", "1, 8, 1", "8, 8, 1", "9, 8, 2", "7, 1, 7"})
  void divideRoundingUp_roundsUp(long dividend, long divisor, long expected) {
    assertThat(Sectors.divideRoundingUp(dividend, divisor)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "512, 1", "513, 2", "2147483647, 4194304"})
  void covering_countsAPartOfASector(long bytes, long expected) {
    assertThat(Sectors.covering(bytes)).isEqualTo(expected);
  }

  @Test
  void queueLimits_belongToTheirOperation() {
    QueueLimits limits = new QueueLimits(1024, 128, 512, 4096, 77, 0);
    assertThat(limits.limitOf(RequestOp.READ)).isEqualTo(1024);
    assertThat(limits.limitOf(RequestOp.WRITE)).isEqualTo(1024);
    assertThat(limits.limitOf(RequestOp.DISCARD)).isEqualTo(77);
    assertThat(limits.limitOf(RequestOp.WRITE_ZEROES)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 128, 512, 512, 0, 0, maxSectors",
    "8, 0, 512, 512, 0, 0, maxSegments",
    "8, 1, 256, 512, 0, 0, logicalBlockBytes",
    "8, 1, 1000, 512, 0, 0, logicalBlockBytes",
    "8, 1, 512, 4095, 0, 0, physicalBlockBytes",
    "8, 1, 512, 512, -1, 0, -1",
    "8, 1, 512, 512, 0, -2, -2"
  })
  void impossibleLimits_areRefusedByName(
      long sectors,
      int segments,
      int logical,
      int physical,
      long discard,
      long zeroes,
      String word) {
    assertThatThrownBy(() -> new QueueLimits(sectors, segments, logical, physical, discard, zeroes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(word);
  }

  @Test
  void smallestLimits_areAccepted() {
    assertThat(new QueueLimits(8, 1, 512, 512, 0, 0).maxSegments()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(RequestFlag.class)
  void flag_isOneBit(RequestFlag flag) {
    assertThat(RequestFlag.listOf(flag.bit())).containsExactly(flag);
    assertThat(flag.in(~flag.bit())).isFalse();
  }

  @Test
  void flags_areListedInTheirOrder() {
    int bits = RequestFlag.bitsOf(List.of(RequestFlag.SYNC, RequestFlag.PREFLUSH));
    assertThat(RequestFlag.listOf(bits)).containsExactly(RequestFlag.PREFLUSH, RequestFlag.SYNC);
    assertThat(RequestFlag.listOf(0)).isEmpty();
  }

  @Test
  void operations_knowWhetherTheyMoveDataAndWrite() {
    assertThat(RequestOp.values())
        .filteredOn(RequestOp::hasData)
        .containsExactly(RequestOp.READ, RequestOp.WRITE);
    assertThat(RequestOp.values()).filteredOn(op -> !op.isWrite()).containsExactly(RequestOp.READ);
  }

  /** The kernel's table of status codes and error numbers. */
  @ParameterizedTest
  @CsvSource({
    "OK, 0",
    "IOERR, -5",
    "NOTSUPP, -95",
    "TIMEOUT, -110",
    "NOSPC, -28",
    "TRANSPORT, -67",
    "TARGET, -121",
    "NEXUS, -52",
    "MEDIUM, -61",
    "PROTECTION, -84",
    "RESOURCE, -12",
    "AGAIN, -11",
    "DEV_RESOURCE, -16",
    "OFFLINE, -19",
    "INVAL, -22",
    "DM_REQUEUE, -78",
    "ZONE_RESOURCE, -5",
    "ZONE_OPEN_RESOURCE, -109",
    "ZONE_ACTIVE_RESOURCE, -75"
  })
  void status_hasItsErrorNumber(BlockStatus status, int value) {
    assertThat(status.errno().value()).isEqualTo(value);
    assertThat(BlockStatus.values()).hasSize(19);
  }

  @Test
  void vector_ofNegativeLength_isRefused() {
    assertThatThrownBy(() -> new BioVec(0, -1)).hasMessageContaining("-1");
  }
}
