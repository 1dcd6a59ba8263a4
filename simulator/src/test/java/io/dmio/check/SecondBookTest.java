package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SecondBookTest {

  private static final PoolSteps KEEPS_ALL =
      new PoolSteps() {
        @Override
        public boolean refills(int reserve, int minNr) {
          return true;
        }
      };

  private final SecondBook book = new SecondBook();
  private final List<String> mistakes = new ArrayList<>();

  private Mempool<String> pool(PoolSteps steps) {
    Simulation simulation =
        new Simulation(
            new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT);
    return new Mempool<>(0, "ios", simulation, () -> "", steps, AllocationGate.OPEN, this::lookAt);
  }

  private void lookAt(Mempool<?> pool) {
    String mistake = book.follow(pool);
    if (mistake != null) {
      mistakes.add(mistake);
    }
  }

  @Test
  void fullReserve_isRight() {
    Mempool<String> pool = pool(PoolSteps.CORRECT);
    pool.create(2);
    pool.take();
    pool.giveBack("");

    assertThat(pool.reserve()).isEqualTo(book.minNr()).isEqualTo(2);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void reserveBeyondItsSize_isSaidFirst_evenByOneElement() {
    Mempool<String> pool = pool(KEEPS_ALL);
    pool.create(2);
    pool.take();
    pool.giveBack("");

    assertThat(mistakes).containsExactly("the reserve holds 3, more than min_nr 2");
  }

  @Test
  void elementThatComesBackToAFullReserve_staysAMistake_atEveryChange() {
    Mempool<String> pool = pool(KEEPS_ALL);
    pool.create(1);
    pool.take();
    pool.giveBack("");
    pool.take();

    assertThat(mistakes)
        .hasSize(2)
        .allMatch(m -> m.equals("the reserve holds 2, more than min_nr 1"));
  }
}
