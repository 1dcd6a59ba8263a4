package io.dmio.museum;

import io.dmio.block.BlockStatus;
import io.dmio.engine.Dialect;
import io.dmio.engine.IoRequest;
import io.dmio.engine.PageCursor;
import io.dmio.engine.Refusal;
import io.dmio.engine.Steps;
import io.dmio.mempool.PoolSteps;
import io.dmio.sim.WaitQueue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All exhibits. Each overrides one step of the dialect {@link #DIALECT}. */
public final class Museum {

  /** The dialect whose steps the exhibits break; they run in no other. */
  public static final Dialect DIALECT = Dialect.CLASSIC;

  private static final List<Exhibit> EXHIBITS =
      List.of(
          engine(
              "B01",
              "error bits pass through an int",
              "An asynchronous caller does not hear of regions from 32 on, and bit 31 spreads to all"
                  + " the bits above it.",
              new Steps() {
                @Override
                public long notifiedBits(long bits) {
                  return (int) bits;
                }
              }),
          engine(
              "B07",
              "the region's slot is not hidden",
              "A bio that fills its whole array of vectors writes over the region's number, which is"
                  + " kept in the last slot: the error is reported for another region or lost.",
              new Steps() {
                @Override
                public int capacity(int slots) {
                  return slots;
                }
              }),
          engine(
              "B09",
              "the io is given back after the callback",
              "A callback that needs the element of its own call, or that ends the pool, finds it"
                  + " still taken.",
              new Steps() {
                @Override
                public boolean freesBeforeNotify() {
                  return false;
                }
              }),
          engine(
              "B17",
              "more regions than error bits are accepted",
              "A call to 65 regions is carried out, and nobody can be told that the last one failed.",
              new Steps() {
                @Override
                public @Nullable Refusal refuse(IoRequest request, boolean poolExists) {
                  Refusal refusal = super.refuse(request, poolExists);
                  return refusal == Refusal.TOO_MANY_REGIONS ? null : refusal;
                }
              }),
          pool(
              "M01",
              "one waiter is woken at a time",
              "Where the allocator recovers, the one who was woken does not need the reserve. It stays"
                  + " full, nothing comes back to it, and the others sleep for ever.",
              new PoolSteps() {
                @Override
                public void wake(WaitQueue waiters) {
                  waiters.wake(1);
                }
              }),
          engine(
              "P01",
              "the page cursor is not restored for each region",
              "From the second region on, the wrong pages are written, or the list comes to its end.",
              new Steps() {
                @Override
                public void rewind(PageCursor cursor) {
                  // The bug: it stays where the region before has left it.
                }
              }),
          engine(
              "P10",
              "the last status replaces the error bits",
              "An error is forgotten when a later bio ends well.",
              new Steps() {
                @Override
                public long recordError(long bits, int region, BlockStatus status) {
                  return super.recordError(0, region, status);
                }
              }),
          pool(
              "P11",
              "only the newest waiter is woken",
              "Those who came first wait for those who came after them, and for ever when the allocator"
                  + " recovers.",
              new PoolSteps() {
                @Override
                public void wake(WaitQueue waiters) {
                  waiters.wakeLast();
                }
              }),
          pool(
              "P12",
              "a reserve that grows is not filled",
              "The reserve has another size, and no more elements than before: the guarantee that the"
                  + " caller of get was given does not hold.",
              new PoolSteps() {
                @Override
                public int grownTo(int reserve, int minNr) {
                  return reserve;
                }
              }));

  private Museum() {}

  /** The exhibits, by id. */
  public static List<Exhibit> exhibits() {
    return EXHIBITS;
  }

  /** The exhibit of an id. */
  public static Optional<Exhibit> find(String id) {
    return EXHIBITS.stream().filter(exhibit -> exhibit.id().equals(id)).findFirst();
  }

  private static Exhibit engine(String id, String title, String about, Steps steps) {
    return new Exhibit(id, title, about, steps, PoolSteps.CORRECT);
  }

  private static Exhibit pool(String id, String title, String about, PoolSteps steps) {
    return new Exhibit(id, title, about, Steps.CLASSIC, steps);
  }
}
