package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.sim.EventHandler;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;

/**
 * {@code delay}: passes everything after a fixed time. Bios with equal delays keep their order;
 * with a delay of 0 they are passed at once.
 */
public final class DelayTarget implements Target {

  private final Lane read;
  private final Lane write;
  private final Lane flush;

  /**
   * Makes a target that delays reads, writes and flushes alike.
   *
   * @param nanos from 0
   */
  public DelayTarget(LowerRange below, Simulation simulation, long nanos) {
    this(new Lane(below, simulation, nanos));
  }

  private DelayTarget(Lane all) {
    this(all, all, all);
  }

  /**
   * Makes a target.
   *
   * @param read of reads
   * @param write of writes, discards and write-zeroes
   * @param flush of flushes without data
   */
  public DelayTarget(Lane read, Lane write, Lane flush) {
    this.read = read;
    this.write = write;
    this.flush = flush;
  }

  @Override
  public String kind() {
    return "delay";
  }

  @Override
  public boolean hasWriteCache() {
    return read.below.device().hasWriteCache()
        || write.below.device().hasWriteCache()
        || flush.below.device().hasWriteCache();
  }

  @Override
  public void map(Bio piece) {
    Lane lane = piece.bytes() == 0 ? flush : piece.op() == RequestOp.READ ? read : write;
    lane.take(piece);
  }

  /** One kind of bio, with its delay and its sectors below. */
  public static final class Lane {

    private final LowerRange below;
    private final Simulation simulation;
    private final long nanos;
    private final ArrayDeque<Bio> delayed = new ArrayDeque<>();
    private final EventHandler expired = argument -> pass();

    /**
     * Makes a lane.
     *
     * @param nanos the delay, from 0
     */
    public Lane(LowerRange below, Simulation simulation, long nanos) {
      if (nanos < 0) {
        throw new IllegalArgumentException("a delay must not be negative: " + nanos);
      }
      this.below = below;
      this.simulation = simulation;
      this.nanos = nanos;
    }

    private void take(Bio piece) {
      if (nanos == 0) {
        below.pass(piece);
      } else {
        delayed.addLast(piece);
        simulation.schedule(nanos, expired, 0);
      }
    }

    private void pass() {
      assert !delayed.isEmpty() : "a delay is over, and nothing was delayed";
      below.pass(delayed.removeFirst());
    }
  }
}
