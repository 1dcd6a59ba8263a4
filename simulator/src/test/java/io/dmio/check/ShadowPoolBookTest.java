package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import io.dmio.engine.IoReturn;
import io.dmio.mempool.Mempool;
import io.dmio.mempool.PoolSteps;
import io.dmio.mempool.PoolWatch;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShadowPoolBookTest {

  private static final int IOS = 0;
  private static final int BIOS = 1;

  private static final PoolSteps KEEPS_ALL =
      new PoolSteps() {
        @Override
        public boolean refills(int reserve, int minNr) {
          return true;
        }
      };

  private static final PoolSteps RESERVE_FIRST =
      new PoolSteps() {
        @Override
        public boolean allocatorFirst() {
          return false;
        }
      };

  private static final PoolSteps NEVER_REFILLS =
      new PoolSteps() {
        @Override
        public boolean refills(int reserve, int minNr) {
          return false;
        }
      };

  private final HeldPages pages = new HeldPages();
  private final List<String> mistakes = new ArrayList<>();
  private ShadowPoolBook book = classic(2);
  private boolean memory = true;

  private Mempool<Bio> pool(int id, PoolSteps steps) {
    return pool(id, steps, book);
  }

  private Mempool<Bio> pool(int id, PoolSteps steps, PoolWatch watch) {
    Simulation simulation =
        new Simulation(
            new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT);
    return new Mempool<>(id, "pool", simulation, Bio::new, steps, p -> allocates(), watch);
  }

  private boolean allocates() {
    book.allocatorAsked(memory);
    return memory;
  }

  private ShadowPoolBook classic(int bios) {
    return new ShadowPoolBook(
        DialectRules.of(Dialect.CLASSIC, List.of(ClientConfig.classic(bios))),
        pages,
        new Tally(),
        mistakes::add);
  }

  private void hold(int count) {
    pages.asks(true, count);
    pages.answered(IoReturn.DONE);
    book.sizeMayBeWrong();
  }

  @Test
  void fullReserve_isRight() {
    Mempool<Bio> pool = pool(BIOS, PoolSteps.CORRECT);
    pool.create(2);
    pool.take();
    pool.giveBack(new Bio());

    assertThat(pool.reserve()).isEqualTo(book.minNr()).isEqualTo(2);
    assertThat(book.exists()).isTrue();
    assertThat(book.givenBack()).isEqualTo(1);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void reserveThatHelpsOut_andIsRefilled_isRight() {
    Mempool<Bio> pool = pool(BIOS, PoolSteps.CORRECT);
    pool.create(2);
    memory = false;
    pool.take();
    pool.take();
    assertThat(pool.take()).isNull();
    pool.giveBack(new Bio());
    pool.giveBack(new Bio());
    pool.destroy();

    assertThat(book.exists()).isFalse();
    assertThat(mistakes).isEmpty();
  }

  @Test
  void takeFromTheReserve_withoutNeed_isSaid_evenAfterAnAllocationThatFailedBefore() {
    book = classic(1);
    Mempool<Bio> pool = pool(BIOS, RESERVE_FIRST);
    pool.create(1);
    memory = false;
    pool.take();
    assertThat(pool.take()).as("counts a failed allocation").isNull();
    memory = true;
    pool.giveBack(new Bio());
    mistakes.clear();
    pool.take();

    assertThat(mistakes)
        .containsExactly(
            "pool: an element was taken from the reserve although the allocator did not fail");
  }

  @Test
  void elementThatDoesNotRefill_isSaid() {
    Mempool<Bio> pool = pool(BIOS, NEVER_REFILLS);
    pool.create(2);
    memory = false;
    pool.take();
    pool.giveBack(new Bio());

    assertThat(mistakes)
        .containsExactly(
            "pool: an element came back while the reserve held 1 of 2, and it holds 1 now");
  }

  @Test
  void reserveBeyondItsSize_isSaidFirst_evenByOneElement() {
    Mempool<Bio> pool = pool(BIOS, KEEPS_ALL);
    pool.create(2);
    pool.take();
    pool.giveBack(new Bio());

    assertThat(mistakes).containsExactly("pool: the reserve holds 3, more than min_nr 2");
  }

  @Test
  void elementThatComesBackToAFullReserve_staysAMistake_atEveryChange() {
    book = classic(1);
    Mempool<Bio> pool = pool(BIOS, KEEPS_ALL);
    pool.create(1);
    pool.take();
    pool.giveBack(new Bio());
    pool.take();

    assertThat(mistakes)
        .hasSize(2)
        .allMatch(m -> m.equals("pool: the reserve holds 2, more than min_nr 1"));
  }

  @Test
  void changeThatIsNotInThePoolsBooks_isSaid() {
    book = classic(1);
    Mempool<Bio> pool = pool(BIOS, PoolSteps.CORRECT);
    pool.create(1);
    pool.take();
    book.taken(pool);
    book.cameBack(pool);

    assertThat(mistakes).hasSize(2).allMatch(m -> m.equals("pool: out went from 1 to 1 at once"));
  }

  @Test
  void reserveOfAWrongSize_staysAMistake_atEveryChange_untilItIsRight() {
    Mempool<Bio> pool = pool(IOS, PoolSteps.CORRECT);
    hold(1);
    pool.create(4);
    pool.take();
    assertThat(mistakes).isEmpty();

    hold(1);
    pool.giveBack(new Bio());
    pool.take();
    assertThat(mistakes)
        .hasSize(2)
        .allMatch(m -> m.equals("pool: min_nr is 4, but 2 pages are held, which is 8"));

    pool.resize(8);
    pool.giveBack(new Bio());
    assertThat(mistakes).hasSize(2);
  }

  @Test
  void emptyReserve_isRightOnlyWhileThereIsNoPool() {
    List<ClientConfig> clients = List.of(new ClientConfig("client", 3, 3));
    book =
        new ShadowPoolBook(
            DialectRules.of(Dialect.LINUX_6_1, clients), pages, new Tally(), mistakes::add);
    Mempool<Bio> pool = pool(IOS, PoolSteps.CORRECT);
    pool.create(3);
    pool.destroy();
    assertThat(mistakes).isEmpty();
    pool.create(0);

    assertThat(mistakes).containsExactly("pool: min_nr is 0, but the client was made with 3");
  }

  /** A grow that stops half-way, or does not even begin. */
  private static PoolSteps growingBy(int most) {
    return new PoolSteps() {
      @Override
      public int grownTo(int reserve, int minNr) {
        return Math.min(minNr, reserve + most);
      }
    };
  }

  private Mempool<Bio> grown(PoolSteps steps) {
    Mempool<Bio> pool = pool(IOS, steps);
    hold(1);
    pool.create(4);
    hold(1);
    pool.resize(8);
    return pool;
  }

  @Test
  void growThatFillsNothing_orTooLittle_isSaidAtOnce_andOnlyOnce() {
    Mempool<Bio> pool = grown(growingBy(0));
    book.rests();
    pool.take();
    pool.giveBack(new Bio());
    assertThat(mistakes)
        .containsExactly(
            "pool: the reserve holds 4 of 8, and the allocator refused none of the 4 that are"
                + " missing");

    mistakes.clear();
    pages.asks(false, 2);
    pages.answered(IoReturn.DONE);
    book = classic(2);
    grown(growingBy(3)).take();
    assertThat(mistakes)
        .containsExactly(
            "pool: the reserve holds 7 of 8, and the allocator refused none of the 1 that are"
                + " missing");
  }

  @Test
  void growThatTheAllocatorStops_isRight_andWhatComesBackFillsIt() {
    Mempool<Bio> pool = pool(IOS, PoolSteps.CORRECT);
    hold(1);
    pool.create(4);
    pool.take();
    memory = false;
    hold(1);
    pool.resize(8);
    book.rests();
    pool.take();
    memory = true;
    pool.giveBack(new Bio());
    pool.giveBack(new Bio());
    book.rests();

    assertThat(pool.reserve()).isEqualTo(5);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void growAfterAGrowThatWasStopped_isFilledAsWell() {
    Mempool<Bio> pool = pool(IOS, growingBy(4));
    hold(1);
    pool.create(4);
    memory = false;
    hold(1);
    pool.resize(8);
    memory = true;
    hold(1);
    pool.resize(12);
    book.rests();

    assertThat(mistakes)
        .containsExactly(
            "pool: the reserve holds 8 of 12, and the allocator refused none of the 4 that are"
                + " missing");
  }

  @Test
  void shrink_keepsNoMoreThanItsSize_andNeedNotBeFull_whereElementsAreMissing() {
    Mempool<Bio> pool = pool(IOS, PoolSteps.CORRECT);
    hold(2);
    pool.create(8);
    memory = false;
    pool.take();
    pages.asks(false, 1);
    pool.resize(4);
    pages.answered(IoReturn.DONE);
    book.rests();
    assertThat(pool.reserve()).isEqualTo(4);
    pool.take();
    pages.asks(true, 1);
    pool.resize(8);
    pages.answered(IoReturn.DONE);
    book.rests();

    assertThat(pool.reserve()).isEqualTo(3);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void poolThatCannotBeMade_leavesNothingBehind() {
    Mempool<Bio> pool = pool(BIOS, PoolSteps.CORRECT);
    memory = false;
    assertThat(pool.create(2)).isFalse();
    memory = true;
    assertThat(pool.create(2)).isTrue();
    book.rests();

    assertThat(mistakes).isEmpty();
    assertThat(book.refusals()).isEqualTo(1);
  }

  @Test
  void changeThatNobodyTellsOf_isSaid_whenThePoolRests() {
    Mempool<Bio> pool = pool(BIOS, PoolSteps.CORRECT, PoolWatch.NONE);
    pool.create(2);
    book.resized(pool);
    book.rests();
    assertThat(mistakes).isEmpty();
    pool.take();
    book.rests();

    assertThat(mistakes)
        .containsExactly(
            "pool: it was left with 0 elements out and 2 in reserve, and has 1 elements out and 2"
                + " in reserve now");
  }
}
