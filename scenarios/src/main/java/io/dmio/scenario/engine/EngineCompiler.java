package io.dmio.scenario.engine;

import io.dmio.engine.Dialect;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Fields;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.testbed.EngineSpec;
import io.dmio.testbed.EngineSpec.ClientSpec;
import java.util.ArrayList;
import java.util.List;

/** Makes an engine of what is written about it. */
public final class EngineCompiler {

  /** The client of every step that names none, if there is one of this name. */
  static final String MAIN = "main";

  private static final long RESERVE = 16;

  private final Mistakes mistakes;

  public EngineCompiler(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** An engine with no defaults left. */
  public EngineSpec compile(Fields root) {
    Fields fields = root.get(EngineKeys.ENGINE);
    if (fields == null) {
      return EngineSpec.CLASSIC;
    }
    Dialect dialect = dialect(fields.get(EngineKeys.DIALECT, Dialect.CLASSIC.text()));
    return dialect == Dialect.CLASSIC ? classic(fields) : linux(fields);
  }

  private static Dialect dialect(String word) {
    for (Dialect dialect : Dialect.values()) {
      if (dialect.text().equals(word)) {
        return dialect;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private EngineSpec classic(Fields fields) {
    if (fields.has(EngineKeys.CLIENTS)) {
      mistakes.report(
          fields.keyAt(EngineKeys.CLIENTS),
          "'clients' are of linux-6.1, but the dialect is classic",
          "write dialect: linux-6.1, or 'bios' for the reserve of classic");
    }
    return new EngineSpec(
        Dialect.CLASSIC,
        Math.toIntExact(fields.get(EngineKeys.BIOS, RESERVE)),
        fields.get(EngineKeys.PLUG, false),
        List.of());
  }

  private EngineSpec linux(Fields fields) {
    if (fields.has(EngineKeys.BIOS)) {
      mistakes.report(
          fields.keyAt(EngineKeys.BIOS),
          "'bios' is of classic, but the dialect is linux-6.1",
          "write clients: { main: { bios: 16 } }");
    }
    if (fields.has(EngineKeys.PLUG)) {
      mistakes.report(
          fields.keyAt(EngineKeys.PLUG),
          "'plug' is of classic, but the dialect is linux-6.1",
          "remove it: the queues of linux-6.1 are not plugged");
    }
    List<ClientSpec> clients = new ArrayList<>();
    for (Entry<Fields> entry : fields.get(EngineKeys.CLIENTS, List.of())) {
      Fields client = entry.value();
      if (client != null) {
        clients.add(
            new ClientSpec(
                entry.name(),
                Math.toIntExact(client.get(EngineKeys.CLIENT_IOS, RESERVE)),
                Math.toIntExact(client.get(EngineKeys.CLIENT_BIOS, RESERVE))));
      }
    }
    return linux(clients);
  }

  /** The order of the file means nothing: the first client serves steps that name none. */
  private static EngineSpec linux(List<ClientSpec> written) {
    List<ClientSpec> clients =
        written.isEmpty()
            ? new ArrayList<>(List.of(new ClientSpec(MAIN, (int) RESERVE, (int) RESERVE)))
            : new ArrayList<>(written);
    clients.sort(EngineCompiler::mainFirst);
    return new EngineSpec(Dialect.LINUX_6_1, (int) RESERVE, false, clients);
  }

  private static int mainFirst(ClientSpec a, ClientSpec b) {
    int byMain = Boolean.compare(b.name().equals(MAIN), a.name().equals(MAIN));
    return byMain != 0 ? byMain : a.name().compareTo(b.name());
  }
}
