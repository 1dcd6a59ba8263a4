package io.dmio.mempool;

import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import io.dmio.sim.Spare;
import io.dmio.sim.Waiter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A pool over an allocator that can be switched off, and callers that take and wait. */
final class PoolFixture implements PoolWatch {

  final Simulation simulation =
      new Simulation(
          new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.FULL), Limits.DEFAULT);
  final Deque<Element> out = new ArrayDeque<>();
  final List<Integer> served = new ArrayList<>();
  final Mempool<Element> pool;

  /** How many allocations succeed from now on. */
  long memory = Long.MAX_VALUE;

  int made;
  final List<String> changes = new ArrayList<>();
  long booksBroken;

  PoolFixture(PoolSteps steps) {
    pool =
        new Mempool<>(
            3, "test.pool", simulation, this::make, steps, p -> p == 3 && memory-- > 0, this);
  }

  private Element make() {
    made++;
    return new Element();
  }

  @Override
  public void taken(Mempool<?> changed) {
    look(changed, "taken");
  }

  @Override
  public void cameBack(Mempool<?> changed) {
    look(changed, "came back");
  }

  @Override
  public void resized(Mempool<?> changed) {
    look(changed, "resized");
  }

  private void look(Mempool<?> changed, String what) {
    changes.add(what);
    PoolCounts books = changed.books();
    if (books.taken() != books.givenBack() + books.out() || books.out() < 0) {
      booksBroken++;
    }
  }

  void allocatorDies() {
    memory = 0;
  }

  void allocatorRecovers() {
    memory = Long.MAX_VALUE;
  }

  /** Takes without waiting; false if it would have to wait. */
  boolean tryTake() {
    Element element = pool.take();
    if (element != null) {
      out.addLast(element);
    }
    return element != null;
  }

  /** Takes, waiting as long as it needs. */
  void takeFor(int call) {
    new Caller(call).handle(0);
  }

  void giveBackOldest() {
    pool.giveBack(out.removeFirst());
  }

  static final class Element extends Spare {}

  private final class Caller implements Waiter {

    private final int call;

    Caller(int call) {
      this.call = call;
    }

    @Override
    public int call() {
      return call;
    }

    @Override
    public void handle(long argument) {
      if (tryTake()) {
        served.add(call);
      } else {
        pool.park(this);
      }
    }
  }
}
