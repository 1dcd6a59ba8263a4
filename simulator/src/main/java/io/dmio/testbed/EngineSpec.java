package io.dmio.testbed;

import io.dmio.engine.Capability;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import java.util.List;

/**
 * The engine as a scenario says.
 *
 * @param dialect which dm-io
 * @param bios without clients: elements of the reserve of bios
 * @param plug whether queues are plugged
 * @param clients the clients, where the dialect has them
 */
public record EngineSpec(Dialect dialect, int bios, boolean plug, List<ClientSpec> clients) {

  /** Classic with its defaults. */
  public static final EngineSpec CLASSIC = new EngineSpec(Dialect.CLASSIC, 16, false, List.of());

  /** Copies the list. */
  public EngineSpec {
    clients = List.copyOf(clients);
  }

  /**
   * The clients as the engine gets them; where there are none it is one, without a reserve of ios
   * yet.
   */
  public List<ClientConfig> clientConfigs() {
    if (!dialect.has(Capability.CLIENTS)) {
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
