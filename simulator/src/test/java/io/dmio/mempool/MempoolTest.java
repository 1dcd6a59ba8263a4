package io.dmio.mempool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.KernelBug;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MempoolTest {

  private final PoolFixture fixture = new PoolFixture(PoolSteps.CORRECT);
  private final Mempool<PoolFixture.Element> pool = fixture.pool;

  @AfterEach
  void booksBalancedAtEveryChange() {
    assertThat(fixture.booksBroken).isZero();
  }

  private static void isBug(ThrowingCallable wrong, String... words) {
    assertThatThrownBy(wrong).isInstanceOf(KernelBug.class).hasMessageContainingAll(words);
  }

  private void createAndKillTheAllocator(int elements) {
    assertThat(pool.create(elements)).isTrue();
    fixture.allocatorDies();
  }

  @Test
  void create_fillsTheReserve() {
    assertThat(pool.create(4)).isTrue();
    assertThat(pool.reserve()).isEqualTo(pool.minNr()).isEqualTo(4);
    assertThat(fixture.made).isEqualTo(4);
    assertThat(pool.exists()).isTrue();
  }

  @Test
  void create_thatFails_changesNothing_andIsTold() {
    fixture.memory = 3;
    assertThat(pool.create(4)).isFalse();
    assertThat(pool.exists()).isFalse();
    assertThat(pool.reserve()).isZero();
    assertThat(pool.minNr()).isZero();
    assertThat(fixture.changes).containsExactly("resized");
    fixture.allocatorRecovers();
    assertThat(pool.create(4)).isTrue();
    assertThat(fixture.made).as("elements of the failed attempt are used again").isEqualTo(4);
  }

  @Test
  void take_asksTheAllocatorBeforeTheReserve() {
    pool.create(2);
    assertThat(fixture.tryTake()).isTrue();
    assertThat(pool.reserve()).isEqualTo(2);
    fixture.allocatorDies();
    assertThat(fixture.tryTake()).isTrue();
    assertThat(pool.reserve()).isEqualTo(1);
    assertThat(pool.books().lowWater()).isEqualTo(1);
    assertThat(pool.books().failures()).isEqualTo(1);
  }

  @Test
  void reserve_isLastInFirstOut() {
    createAndKillTheAllocator(2);
    PoolFixture.Element first = pool.take();
    PoolFixture.Element second = pool.take();
    assertThat(pool.take()).isNull();
    assertThat(first).isNotNull().isNotSameAs(second);
    pool.giveBack(first);
    pool.giveBack(second);
    assertThat(pool.take()).isSameAs(second);
  }

  @Test
  void deadAllocator_asManyAsTheReserveCanBeOutAtOnce() {
    createAndKillTheAllocator(5);
    for (int i = 0; i < 5; i++) {
      assertThat(fixture.tryTake()).isTrue();
    }
    assertThat(fixture.tryTake()).isFalse();
    assertThat(pool.out()).isEqualTo(5);
  }

  @Test
  void giveBack_refillsTheReserveFirst_thenTheAllocator() {
    pool.create(1);
    fixture.tryTake();
    fixture.allocatorDies();
    fixture.tryTake();
    assertThat(pool.reserve()).isZero();
    fixture.giveBackOldest();
    assertThat(pool.reserve()).isEqualTo(1);
    fixture.giveBackOldest();
    assertThat(pool.reserve()).isEqualTo(1);
    assertThat(pool.out()).isZero();
  }

  @Test
  void steadyState_makesNoNewElements() {
    pool.create(2);
    for (int i = 0; i < 1_000; i++) {
      fixture.tryTake();
      fixture.tryTake();
      fixture.giveBackOldest();
      fixture.giveBackOldest();
    }
    assertThat(fixture.made).isEqualTo(4);
  }

  @Test
  void giveBack_wakesAllWaiters_oneWinsAndTheRestSleepOn() {
    createAndKillTheAllocator(1);
    fixture.takeFor(1);
    fixture.takeFor(2);
    fixture.takeFor(3);
    assertThat(pool.books().waiting()).isEqualTo(2);
    fixture.giveBackOldest();
    assertThat(fixture.served).as("never inline").containsExactly(1);
    assertThat(pool.books().waiting()).as("all are woken").isZero();
    fixture.simulation.run();
    assertThat(fixture.served).containsExactly(1, 2);
    assertThat(pool.books().waiting()).isEqualTo(1);
    assertThat(pool.books().maxWaiting()).isEqualTo(2);
  }

  @Test
  void waiter_isServedByTheAllocatorIfItRecovered() {
    createAndKillTheAllocator(1);
    fixture.takeFor(1);
    fixture.takeFor(2);
    fixture.takeFor(3);
    fixture.allocatorRecovers();
    fixture.giveBackOldest();
    fixture.simulation.run();
    assertThat(fixture.served).containsExactly(1, 2, 3);
    assertThat(pool.reserve()).as("the reserve stays for harder times").isEqualTo(1);
  }

  @Test
  void someoneWhoComesBetweenWakeAndResumption_mayWin() {
    createAndKillTheAllocator(1);
    fixture.takeFor(1);
    fixture.takeFor(2);
    fixture.giveBackOldest();
    fixture.takeFor(3);
    fixture.simulation.run();
    assertThat(fixture.served).containsExactly(1, 3);
    fixture.giveBackOldest();
    fixture.simulation.run();
    assertThat(fixture.served).containsExactly(1, 3, 2);
  }

  @Test
  void shrinking_givesTheSurplusAway_andDoesNotWaitForWhatIsOut() {
    createAndKillTheAllocator(4);
    fixture.tryTake();
    pool.resize(2);
    assertThat(pool.reserve()).isEqualTo(2);
    assertThat(pool.minNr()).isEqualTo(2);
    fixture.giveBackOldest();
    assertThat(pool.reserve()).isEqualTo(2);
  }

  @Test
  void growing_thatRunsOutOfMemory_stopsSilently_andIsFilledLater() {
    pool.create(2);
    fixture.tryTake();
    fixture.memory = 1;
    pool.resize(5);
    assertThat(pool.minNr()).isEqualTo(5);
    assertThat(pool.reserve()).isEqualTo(3);
    fixture.giveBackOldest();
    assertThat(pool.reserve()).isEqualTo(4);
  }

  @Test
  void growing_wakesNobody() {
    createAndKillTheAllocator(1);
    fixture.takeFor(1);
    fixture.takeFor(2);
    fixture.allocatorRecovers();
    pool.resize(4);
    fixture.simulation.run();
    assertThat(pool.reserve()).isEqualTo(4);
    assertThat(fixture.served).containsExactly(1);
    assertThat(pool.books().waiting()).isEqualTo(1);
    fixture.giveBackOldest();
    fixture.simulation.run();
    assertThat(fixture.served)
        .as("a free to a full reserve wakes nobody either")
        .containsExactly(1);
  }

  @Test
  void destroy_whileElementsAreOut_isABug() {
    pool.create(1);
    fixture.tryTake();
    isBug(pool::destroy, "test.pool", "1 elements are out");
    fixture.giveBackOldest();
    pool.destroy();
    assertThat(pool.exists()).isFalse();
    assertThat(pool.minNr()).isZero();
  }

  @Test
  void poolThatDoesNotExist_cannotBeUsed() {
    isBug(pool::take, "does not exist");
    isBug(() -> pool.giveBack(new PoolFixture.Element()), "does not exist");
    isBug(() -> pool.resize(2), "resized to 2");
    isBug(pool::destroy, "test.pool");
    pool.create(1);
    isBug(() -> pool.create(1), "created twice");
    isBug(() -> pool.resize(0), "resized to 0");
    isBug(() -> pool.giveBack(new PoolFixture.Element()), "more than was taken");
  }

  @Test
  void recreatedPool_keepsItsBooks() {
    pool.create(1);
    fixture.tryTake();
    fixture.giveBackOldest();
    pool.destroy();
    pool.create(3);
    assertThat(pool.books()).isEqualTo(new PoolCounts(1, 1, 0, 3, 3, 3, 0, 0, 0));
  }

  @Test
  void elements_areUsedAgainAfterShrinkingAndDestroying() {
    pool.create(4);
    pool.resize(1);
    pool.destroy();
    pool.create(4);
    assertThat(fixture.made).isEqualTo(4);
  }

  @Test
  void watch_seesEveryChange() {
    pool.create(1);
    fixture.tryTake();
    fixture.giveBackOldest();
    assertThat(fixture.changes).containsExactly("resized", "taken", "came back");
    fixture.changes.clear();
    pool.resize(2);
    assertThat(fixture.changes).as("the size, then the filling").hasSize(2).containsOnly("resized");
    pool.destroy();
    assertThat(fixture.changes).hasSize(3).containsOnly("resized");
  }

  @Test
  void waiters_areShownWithTheirCalls() {
    createAndKillTheAllocator(1);
    fixture.takeFor(7);
    fixture.takeFor(8);
    fixture.takeFor(9);
    List<Integer> calls = new ArrayList<>();
    pool.forEachWaiter(waiter -> calls.add(waiter.call()));
    assertThat(calls).containsExactly(8, 9);
    assertThat(pool.id()).isEqualTo(3);
    assertThat(pool.name()).isEqualTo("test.pool");
  }

  @Test
  void everyChange_isRecorded() {
    createAndKillTheAllocator(1);
    fixture.takeFor(8);
    fixture.takeFor(9);
    fixture.giveBackOldest();
    EventLog log = fixture.simulation.log();
    List<EventKind> kinds = new ArrayList<>();
    for (long i = 0; i < log.count(); i++) {
      assertThat(log.subject(i)).isEqualTo(3);
      kinds.add(log.kind(i));
    }
    assertThat(kinds)
        .containsExactly(
            EventKind.POOL_RESIZE,
            EventKind.POOL_FAIL,
            EventKind.POOL_TAKE,
            EventKind.POOL_FAIL,
            EventKind.POOL_WAIT,
            EventKind.POOL_GIVE);
    assertThat(log.c(4)).as("the call that waits").isEqualTo(9);
    assertThat(log.detail(2)).as("from the reserve").isEqualTo(1);
  }
}
