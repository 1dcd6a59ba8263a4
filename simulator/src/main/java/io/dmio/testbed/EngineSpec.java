package io.dmio.testbed;

import io.dmio.engine.Dialect;
import java.util.List;

/**
 * The engine as a scenario says.
 *
 * @param dialect which dm-io
 * @param bios classic: elements of the reserve of bios
 * @param plug classic: whether queues are plugged
 * @param clients linux-6.1: the clients
 */
public record EngineSpec(Dialect dialect, int bios, boolean plug, List<ClientSpec> clients) {

  /** Classic with its defaults. */
  public static final EngineSpec CLASSIC = new EngineSpec(Dialect.CLASSIC, 16, false, List.of());

  /** Copies the list. */
  public EngineSpec {
    clients = List.copyOf(clients);
  }

  /**
   * A client.
   *
   * @param name its name
   * @param ios elements of its reserve of ios
   * @param bios elements of its reserve of bios
   */
  public record ClientSpec(String name, int ios, int bios) {}
}
