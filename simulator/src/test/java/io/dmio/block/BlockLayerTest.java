package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.device.DiskBench;
import io.dmio.device.DiskBench.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BlockLayerTest {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();
  private static final int META = RequestFlag.META.bit();

  private final DiskBench bench = new DiskBench();
  private final StubDevice plain = new StubDevice(100, false);
  private final StubDevice cached = new StubDevice(100, true);

  @ParameterizedTest
  @CsvSource({"99,2", "100,1", "5000,1", "-1,1", "9223372036854775807,1"})
  void bioPastTheEnd_failsWhole_andItsIteratorStays(long sector, int count) {
    Ended ended = bench.run(plain, RequestOp.WRITE, sector, count);

    assertThat(ended.status()).isEqualTo("IOERR");
    assertThat(ended.residual()).isEqualTo(count * 512);
    assertThat(plain.log).isEmpty();
  }

  @Test
  void partOfASectorPastTheEnd_counts() {
    Bio bio = bench.bio(RequestOp.READ, 0, 99, 1);
    bio.add(bench.memory.allocate(1), 100);

    assertThat(bench.run(plain, bio).status()).isEqualTo("IOERR");
  }

  @Test
  void bioThatEndsWithTheDevice_passes() {
    bench.run(plain, RequestOp.WRITE, 98, 2);

    assertThat(plain.log).containsExactly("WRITE 98+2 " + RequestFlag.listOf(0));
  }

  @Test
  void withoutWriteCache_flushFlagsAreRemoved_andTheOthersStay() {
    bench.run(plain, bench.bio(RequestOp.WRITE, PREFLUSH | FUA | META, 8, 1));

    assertThat(plain.log).containsExactly("WRITE 8+1 " + RequestFlag.listOf(META));
  }

  @Test
  void withoutWriteCache_anEmptyFlushSucceedsBeforeTheDriver_wherever() {
    Ended ended = bench.run(plain, bench.bio(RequestOp.WRITE, PREFLUSH, 5000, 0));

    assertThat(ended.status()).isEqualTo("OK");
    assertThat(plain.log).isEmpty();
  }

  @Test
  void withWriteCache_everythingReachesTheDriver() {
    bench.run(cached, bench.bio(RequestOp.WRITE, PREFLUSH, 5000, 0));
    bench.run(cached, bench.bio(RequestOp.WRITE, FUA, 8, 1));

    assertThat(cached.log)
        .containsExactly(
            "WRITE 5000+0 " + RequestFlag.listOf(PREFLUSH), "WRITE 8+1 " + RequestFlag.listOf(FUA));
  }
}
