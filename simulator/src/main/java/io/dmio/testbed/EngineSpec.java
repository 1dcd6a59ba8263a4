package io.dmio.testbed;

import io.dmio.engine.ClientConfig;
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

  /** The clients as the engine gets them; classic has one, without a reserve of ios yet. */
  public List<ClientConfig> clientConfigs() {
    if (dialect == Dialect.CLASSIC) {
      return List.of(ClientConfig.classic(bios));
    }
    return clients.stream()
        .map(client -> new ClientConfig(client.name(), client.ios(), client.bios()))
        .toList();
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
