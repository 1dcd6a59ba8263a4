package io.dmio.engine;

import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.PoolSteps;
import io.dmio.mempool.PoolWatch;
import java.util.function.Function;

/**
 * How an engine is made.
 *
 * @param dialect which dm-io it is
 * @param steps its steps
 * @param poolSteps the steps of its pools
 * @param bioReserve elements of the reserve of bios
 * @param gates the allocator under the pool of a name ({@code engine.ios}, {@code engine.bios})
 * @param watch looks at the pools after every change
 */
public record EngineConfig(
    Dialect dialect,
    Steps steps,
    PoolSteps poolSteps,
    int bioReserve,
    Function<String, AllocationGate> gates,
    PoolWatch watch) {

  /** The correct classic engine, with an allocator that never fails. */
  public static EngineConfig classic() {
    return new EngineConfig(
        Dialect.CLASSIC,
        Steps.CLASSIC,
        PoolSteps.CORRECT,
        16,
        name -> AllocationGate.OPEN,
        PoolWatch.NONE);
  }
}
