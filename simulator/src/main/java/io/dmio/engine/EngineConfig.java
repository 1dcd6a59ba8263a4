package io.dmio.engine;

import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.PoolSteps;
import io.dmio.mempool.PoolWatch;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * How an engine is made.
 *
 * @param dialect which dm-io it is
 * @param steps its steps
 * @param poolSteps the steps of its pools
 * @param clients whose pools serve the calls, by number; a dialect without clients has exactly one
 * @param gates the allocator under the pool of a name ({@code engine.ios}, {@code engine.bios}; the
 *     name before the dot is that of the client)
 * @param watches who looks at the pool of a number after every change
 */
public record EngineConfig(
    Dialect dialect,
    Steps steps,
    PoolSteps poolSteps,
    List<ClientConfig> clients,
    Function<String, AllocationGate> gates,
    IntFunction<PoolWatch> watches) {

  /** Copies the list, and checks that there is a client. */
  public EngineConfig {
    clients = List.copyOf(clients);
    boolean right = dialect.has(Capability.CLIENTS) ? !clients.isEmpty() : clients.size() == 1;
    if (!right) {
      throw new IllegalArgumentException(dialect.text() + " with " + clients.size() + " clients");
    }
  }

  /** The correct classic engine, with an allocator that never fails. */
  public static EngineConfig classic() {
    return new EngineConfig(
        Dialect.CLASSIC,
        Steps.CLASSIC,
        PoolSteps.CORRECT,
        List.of(ClientConfig.classic(16)),
        name -> AllocationGate.OPEN,
        pool -> PoolWatch.NONE);
  }
}
