package io.dmio.mempool;

import io.dmio.sim.EventKind;
import io.dmio.sim.KernelBug;
import io.dmio.sim.LimitReached;
import io.dmio.sim.Simulation;
import io.dmio.sim.Spare;
import io.dmio.sim.Spares;
import io.dmio.sim.WaitQueue;
import io.dmio.sim.Waiter;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pool with a guaranteed reserve, as the kernel's mempool: the allocator first, then the reserve
 * (last in, first out), then wait; what comes back refills the reserve first and wakes all waiters.
 *
 * <p>The allocator is a cache of objects that never runs dry unless the {@link AllocationGate} says
 * so, so a steady state allocates nothing. There is no timeout for waiters: it would hide lost
 * wake-ups.
 *
 * @param <T> what an element is
 */
public final class Mempool<T extends Spare> {

  /** How many elements a reserve may have: those of 65,536 pages of dm-io, four a page. */
  public static final int MOST_ELEMENTS = 1 << 18;

  private final int id;
  private final String name;
  private final Simulation simulation;
  private final Supplier<T> maker;
  private final PoolSteps steps;
  private final AllocationGate gate;
  private final PoolWatch watch;
  private final WaitQueue waiters;
  private final Spares<T> cache = new Spares<>();
  private final Spares<T> reserve = new Spares<>();

  private boolean exists;
  private int minNr;
  private int inReserve;
  private long out;
  private long givenBack;
  private int lowWater;
  private int maxWaiting;
  private long failures;

  /** Makes a pool that does not exist yet; see {@link #create}. */
  public Mempool(
      int id,
      String name,
      Simulation simulation,
      Supplier<T> maker,
      PoolSteps steps,
      AllocationGate gate,
      PoolWatch watch) {
    this.id = id;
    this.name = name;
    this.simulation = simulation;
    this.maker = maker;
    this.steps = steps;
    this.gate = gate;
    this.watch = watch;
    this.waiters = new WaitQueue(simulation);
  }

  /**
   * Creates the pool and fills the reserve.
   *
   * @return false if an allocation failed; then nothing has changed
   * @throws LimitReached if it is to be more than {@link #MOST_ELEMENTS}
   */
  public boolean create(int elements) {
    if (exists) {
      throw new KernelBug("pool " + name + " is created twice");
    }
    refuseBeyondLimit(elements);
    if (!fill(elements)) {
      shrink(0);
      watch.resized(this);
      return false;
    }
    exists = true;
    lowWater = elements;
    recordResize(elements);
    return true;
  }

  /**
   * Changes the reserve's size. Shrinking gives the surplus to the allocator; growing allocates up
   * to the new size, and stops without an error where an allocation fails. Waiters are not woken.
   *
   * @throws LimitReached if it is to be more than {@link #MOST_ELEMENTS}
   */
  public void resize(int elements) {
    if (!exists || elements <= 0) {
      throw new KernelBug("pool " + name + " is resized to " + elements);
    }
    refuseBeyondLimit(elements);
    shrink(elements);
    lowWater = Math.min(lowWater, elements);
    recordResize(elements);
    fill(steps.grownTo(inReserve, elements));
    watch.resized(this);
  }

  /** Destroys the pool; nothing may be out. */
  public void destroy() {
    if (!exists || out != 0) {
      throw new KernelBug("pool " + name + " is destroyed while " + out + " elements are out");
    }
    shrink(0);
    exists = false;
    recordResize(0);
  }

  /** Takes an element, or null if the caller has to {@link #park}. */
  public @Nullable T take() {
    if (!exists) {
      throw new KernelBug("pool " + name + " is used and does not exist");
    }
    T element = steps.allocatorFirst() ? allocate() : null;
    boolean fromReserve = element == null && inReserve > 0;
    if (fromReserve) {
      element = reserve.pop();
      inReserve--;
      lowWater = Math.min(lowWater, inReserve);
    } else if (element == null && !steps.allocatorFirst()) {
      element = allocate();
    }
    if (element != null) {
      out++;
      record(EventKind.POOL_TAKE, fromReserve);
      watch.taken(this);
    }
    return element;
  }

  /** Waits for an element; the waiter's event means: try {@link #take} again. */
  public void park(Waiter waiter) {
    waiters.park(waiter);
    maxWaiting = Math.max(maxWaiting, waiters.size());
    simulation.record(EventKind.POOL_WAIT, id, 0, waiters.size(), 0, waiter.call());
  }

  /** Gives an element back. */
  public void giveBack(T element) {
    if (out == 0) {
      throw new KernelBug(
          exists
              ? "pool " + name + " gets back more than was taken"
              : "an element comes back to pool " + name + ", which does not exist");
    }
    out--;
    givenBack++;
    boolean toReserve = steps.refills(inReserve, minNr);
    if (toReserve) {
      reserve.push(element);
      inReserve++;
    } else {
      cache.push(element);
    }
    record(EventKind.POOL_GIVE, toReserve);
    watch.cameBack(this);
    if (toReserve && waiters.size() > 0) {
      steps.wake(waiters);
    }
  }

  /** The pool's number. */
  public int id() {
    return id;
  }

  /** The pool's name, such as {@code engine.ios}. */
  public String name() {
    return name;
  }

  /** Whether it was created and not destroyed. */
  public boolean exists() {
    return exists;
  }

  /** Elements out. */
  public long out() {
    return out;
  }

  /** What the reserve is filled up to; 0 if the pool does not exist. */
  public int minNr() {
    return minNr;
  }

  /** Elements in the reserve. */
  public int reserve() {
    return inReserve;
  }

  /** Allocations that failed. */
  public long failures() {
    return failures;
  }

  /** Shows everybody who waits, in order. */
  public void forEachWaiter(Consumer<Waiter> action) {
    waiters.forEach(action);
  }

  /** The counts as they are now. */
  public PoolCounts books() {
    return new PoolCounts(
        givenBack + out,
        givenBack,
        out,
        inReserve,
        minNr,
        lowWater,
        waiters.size(),
        maxWaiting,
        failures);
  }

  private void refuseBeyondLimit(int elements) {
    if (elements > MOST_ELEMENTS) {
      throw LimitReached.elements(name, elements, MOST_ELEMENTS);
    }
  }

  private void shrink(int elements) {
    for (; inReserve > elements; inReserve--) {
      cache.push(Objects.requireNonNull(reserve.pop()));
    }
  }

  private boolean fill(int elements) {
    while (inReserve < elements) {
      T element = allocate();
      if (element == null) {
        return false;
      }
      reserve.push(element);
      inReserve++;
    }
    return true;
  }

  private @Nullable T allocate() {
    if (!gate.allows(id)) {
      failures++;
      simulation.record(EventKind.POOL_FAIL, id, 0, out, inReserve, 0);
      return null;
    }
    T cached = cache.pop();
    return cached == null ? maker.get() : cached;
  }

  private void recordResize(int elements) {
    simulation.record(EventKind.POOL_RESIZE, id, 0, minNr, elements, 0);
    minNr = elements;
    watch.resized(this);
  }

  private void record(EventKind kind, boolean reserveTouched) {
    simulation.record(kind, id, reserveTouched ? 1 : 0, out, inReserve, 0);
  }
}
