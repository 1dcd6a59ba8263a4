package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.mempool.PoolWatch;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DialectRulesTest {

  private static final List<ClientConfig> CLIENTS =
      List.of(new ClientConfig("main", 3, 5), new ClientConfig("log", 7, 11));

  private final CheckFixture world = new CheckFixture();
  private final HeldPages pages = new HeldPages();

  private static DialectRules rules(Dialect dialect) {
    return DialectRules.of(dialect, CLIENTS);
  }

  private IoRequest request(RequestOp op, IoMemory memory, int regions) {
    IoRegion region = new IoRegion(world.disk, 0, 8);
    return IoRequest.of(0, op, true, memory, Collections.nCopies(regions, region));
  }

  private Mempool<Bio> pool(int id) {
    return new Mempool<>(
        id,
        "p",
        world.simulation,
        Bio::new,
        PoolSteps.CORRECT,
        AllocationGate.OPEN,
        PoolWatch.NONE);
  }

  private Mempool<Bio> pool(int id, int minNr) {
    Mempool<Bio> pool = pool(id);
    pool.create(minNr);
    return pool;
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void request_breaksARule_iffAnyIsBroken(Dialect dialect) {
    DialectRules rules = rules(dialect);
    IoMemory memory = world.page(0);
    IoRequest right = request(RequestOp.WRITE, memory, IoRequest.MAX_REGIONS);
    IoRequest tooMany = request(RequestOp.WRITE, memory, IoRequest.MAX_REGIONS + 1);
    IoRequest manyRead = request(RequestOp.READ, memory, 2);

    assertThat(rules.breaksAny(right, true)).isFalse();
    assertThat(rules.breaksAny(right, false)).isTrue();
    assertThat(rules.breaksAny(tooMany, true)).isTrue();
    assertThat(rules.breaksAny(manyRead, true)).isTrue();
    assertThat(rules.breaksAny(request(RequestOp.READ, memory, 1), true)).isFalse();

    assertThat(rules.breaks(Refusal.TOO_MANY_REGIONS, tooMany, true)).isTrue();
    assertThat(rules.breaks(Refusal.TOO_MANY_REGIONS, right, true)).isFalse();
    assertThat(rules.breaks(Refusal.MULTI_REGION_READ, manyRead, true)).isTrue();
    assertThat(rules.breaks(Refusal.MULTI_REGION_READ, tooMany, true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"CLASSIC, false", "LINUX_6_1, true"})
  void memoryOfAnUnknownType_breaksARule_whereTypesAreLookedAt(Dialect dialect, boolean broken) {
    IoRequest unknown = request(RequestOp.WRITE, new IoMemory.Unknown(), 1);
    IoRequest known = request(RequestOp.WRITE, world.page(0), 1);

    assertThat(rules(dialect).breaksAny(unknown, true)).isEqualTo(broken);
    assertThat(rules(dialect).breaks(Refusal.MEMORY_TYPE, unknown, true)).isEqualTo(broken);
    assertThat(rules(dialect).breaks(Refusal.MEMORY_TYPE, known, true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 3", "1, 5", "2, 7", "3, 11"})
  void linuxReserve_isWhatItsClientWasMadeWith(int pool, int minNr) {
    DialectRules linux = rules(Dialect.LINUX_6_1);

    assertThat(linux.wrongReserve(pool(pool), pages)).isNull();
    assertThat(linux.wrongReserve(pool(pool, minNr), pages)).isNull();
    assertThat(linux.wrongReserve(pool(pool, minNr + 1), pages))
        .isEqualTo("min_nr is " + (minNr + 1) + ", but the client was made with " + minNr);
    assertThat(linux.wrongReserve(pool(pool, minNr - 1), pages)).isNotNull();
  }

  @Test
  void classicReserveOfIos_isFourAPageHeld_beforeOrAfterWhatIsAskedJustNow() {
    DialectRules classic = rules(Dialect.CLASSIC);
    pages.asks(true, 3);
    pages.answered(IoReturn.DONE);
    pages.asks(false, 1);

    assertThat(classic.wrongReserve(pool(0, 12), pages)).isNull();
    assertThat(classic.wrongReserve(pool(0, 8), pages)).isNull();
    assertThat(classic.wrongReserve(pool(0, 11), pages))
        .isEqualTo("min_nr is 11, but 3 pages are held, which is 12");
    assertThat(classic.wrongReserve(pool(0, 4), pages)).isNotNull();
  }

  @Test
  void classicReserveOfBios_isOfOneSize_whateverIsHeld() {
    DialectRules classic = rules(Dialect.CLASSIC);
    assertThat(classic.wrongReserve(pool(1, 5), pages)).isNull();
    assertThat(classic.wrongReserve(pool(1), pages)).as("before it is made").isNull();
    assertThat(classic.wrongReserve(pool(1, 17), pages))
        .isEqualTo("min_nr is 17, but the engine was made with 5");
  }
}
