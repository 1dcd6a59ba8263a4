package io.dmio.testbed;

import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRequest;
import io.dmio.engine.LinuxSteps;
import io.dmio.engine.Refusal;
import io.dmio.engine.Steps;
import io.dmio.mempool.PoolSteps;
import io.dmio.museum.Exhibit;
import io.dmio.sim.WaitQueue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Engines that are wrong in one step each. */
final class BrokenSteps {

  static final Exhibit NO_ERROR_BITS =
      of(
          new Steps() {
            @Override
            public long recordError(long bits, int region, BlockStatus status) {
              return bits;
            }
          });

  static final Exhibit NO_FIRST_REFERENCE =
      of(
          new Steps() {
            @Override
            public int initialCount() {
              return 0;
            }
          });

  static final Exhibit ONE_REFERENCE_TOO_MANY =
      of(
          new Steps() {
            @Override
            public int initialCount() {
              return 2;
            }
          });

  static final Exhibit REFUSES_NOTHING =
      of(
          new Steps() {
            @Override
            public @Nullable Refusal refuse(IoRequest request, boolean poolExists) {
              return poolExists ? null : Refusal.NO_POOL;
            }
          });

  static final Exhibit REFUSES_WRITES =
      of(
          new Steps() {
            @Override
            public @Nullable Refusal refuse(IoRequest request, boolean poolExists) {
              return request.regions().size() > 1 ? Refusal.MULTI_REGION_READ : null;
            }
          });

  static final Exhibit QUIET_REFUSAL =
      of(
          new Steps() {
            @Override
            public boolean notifiesRefused(Refusal refusal) {
              return false;
            }
          });

  static final Exhibit THREE_IOS_A_PAGE =
      of(
          new Steps() {
            @Override
            public int iosOfPage() {
              return 3;
            }
          });

  static final Exhibit FREES_LATE =
      of(
          new Steps() {
            @Override
            public boolean freesBeforeNotify() {
              return false;
            }
          });

  static final Exhibit SMALL_BIOS =
      of(
          new Steps() {
            @Override
            public int slots(RequestOp op, long remaining) {
              return 4;
            }
          });

  static final Exhibit IGNORES_LIMITS =
      of(
          new Steps() {
            @Override
            public boolean allows(QueueLimits limits, int segments, long bytes) {
              return true;
            }
          });

  static final Exhibit EMPTY_BIOS =
      of(
          new Steps() {
            @Override
            public boolean allows(QueueLimits limits, int segments, long bytes) {
              return false;
            }
          });

  static final Exhibit NEVER_MERGES =
      of(
          new Steps() {
            @Override
            public boolean merges(long address) {
              return false;
            }
          });

  static final Exhibit NO_SYNC_FLAG =
      of(
          new Steps() {
            @Override
            public int flags(int requested, boolean sync) {
              return requested;
            }
          });

  static final Exhibit NO_ZERO_FILL =
      of(
          new Steps() {
            @Override
            public boolean zeroFills(RequestOp op, BlockStatus status) {
              return false;
            }
          });

  static final Exhibit ZERO_FILLS_GOOD_READS =
      of(
          new Steps() {
            @Override
            public boolean zeroFills(RequestOp op, BlockStatus status) {
              return op == RequestOp.READ;
            }
          });

  static final Exhibit DEAF_TO_SIGNALS =
      of(
          new Steps() {
            @Override
            public boolean interruptible() {
              return false;
            }
          });

  static final Exhibit INTERRUPTIBLE_LINUX =
      of(
          new LinuxSteps() {
            @Override
            public boolean interruptible() {
              return true;
            }
          });

  static final Exhibit SKIPS_A_REGION =
      of(
          new Steps() {
            @Override
            public boolean dispatches(long count, int flags) {
              return count > 8;
            }
          });

  static final Exhibit RESERVE_FIRST =
      new Exhibit(
          "reserve-first",
          "",
          "",
          Steps.CLASSIC,
          new PoolSteps() {
            @Override
            public boolean allocatorFirst() {
              return false;
            }
          });

  static final Exhibit NO_REFILL =
      new Exhibit(
          "no-refill",
          "",
          "",
          Steps.CLASSIC,
          new PoolSteps() {
            @Override
            public boolean refills(int reserve, int minNr) {
              return false;
            }
          });

  static final Exhibit WAKES_NOBODY =
      new Exhibit(
          "wakes-nobody",
          "",
          "",
          Steps.CLASSIC,
          new PoolSteps() {
            @Override
            public void wake(WaitQueue waiters) {
              // The bug: it is nobody.
            }
          });

  private BrokenSteps() {}

  private static Exhibit of(Steps steps) {
    return new Exhibit("broken", "", "", steps, PoolSteps.CORRECT);
  }

  static List<Exhibit> pools() {
    return List.of(RESERVE_FIRST, NO_REFILL);
  }
}
