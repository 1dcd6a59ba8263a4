package io.dmio.mempool;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class MempoolProperties {

  @Property
  void pool_doesWhatTheModelDoes(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int elements) {
    PoolFixture fixture = new PoolFixture(PoolSteps.CORRECT);
    Model model = new Model(elements);
    fixture.pool.create(elements);
    RandomStream stream = new SeededChoices(seed).stream("steps");
    for (int i = 0; i < 150; i++) {
      fixture.memory = stream.below(3) == 0 ? 1 + stream.below(3) : 0;
      model.memory = fixture.memory;
      switch ((int) stream.below(8)) {
        case 0, 1, 2 -> {
          if (model.waiting == 0 || stream.below(2) == 0) {
            fixture.takeFor(i);
            model.take();
          }
        }
        case 3, 4, 5 -> {
          if (!fixture.out.isEmpty()) {
            fixture.giveBackOldest();
            model.giveBack();
          }
        }
        case 6 -> {
          int size = 1 + (int) stream.below(8);
          fixture.pool.resize(size);
          model.resize(size);
        }
        default -> {
          fixture.simulation.run();
          model.resume();
        }
      }
      model.judges(fixture);
    }
  }

  @Property
  void everyWaiter_isServedIfElementsKeepComingBack(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int elements) {
    PoolFixture fixture = new PoolFixture(PoolSteps.CORRECT);
    fixture.pool.create(elements);
    RandomStream stream = new SeededChoices(seed).stream("steps");
    int calls = 40;
    for (int call = 0; call < calls; call++) {
      fixture.memory = stream.below(4) == 0 ? 1 : 0;
      fixture.takeFor(call);
      if (stream.below(3) == 0 && !fixture.out.isEmpty()) {
        fixture.giveBackOldest();
        fixture.simulation.run();
      }
    }
    fixture.allocatorDies();
    while (!fixture.out.isEmpty()) {
      fixture.giveBackOldest();
      fixture.simulation.run();
    }
    assertThat(fixture.served).hasSize(calls).doesNotHaveDuplicates();
    assertThat(fixture.pool.books().waiting()).isZero();
    assertThat(fixture.pool.reserve()).isEqualTo(elements);
  }

  /** The pool as a handful of counters. */
  private static final class Model {

    private long memory;
    private int minNr;
    private int reserve;
    private int waiting;
    private int woken;
    private long taken;
    private long givenBack;

    Model(int elements) {
      minNr = elements;
      reserve = elements;
    }

    void take() {
      if (memory-- > 0) {
        taken++;
      } else if (reserve > 0) {
        reserve--;
        taken++;
      } else {
        waiting++;
      }
    }

    void giveBack() {
      givenBack++;
      if (reserve < minNr) {
        reserve++;
        woken += waiting;
        waiting = 0;
      }
    }

    void resize(int size) {
      minNr = size;
      reserve = Math.min(reserve, size);
      while (reserve < size && memory-- > 0) {
        reserve++;
      }
    }

    void resume() {
      for (; woken > 0; woken--) {
        take();
      }
    }

    void judges(PoolFixture fixture) {
      PoolCounts books = fixture.pool.books();
      assertThat(fixture.booksBroken).isZero();
      assertThat(books.taken()).isEqualTo(taken).isEqualTo(books.givenBack() + books.out());
      assertThat(books.givenBack()).isEqualTo(givenBack);
      assertThat(books.out()).isEqualTo(fixture.out.size());
      assertThat(books.reserve()).isEqualTo(reserve);
      assertThat(books.minNr()).isEqualTo(minNr);
      assertThat(books.waiting()).isEqualTo(waiting);
      assertThat(fixture.memory).as("attempts to allocate").isEqualTo(memory);
    }
  }
}
