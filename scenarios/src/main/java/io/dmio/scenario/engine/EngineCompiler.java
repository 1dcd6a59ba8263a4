package io.dmio.scenario.engine;

import io.dmio.engine.Capability;
import io.dmio.engine.Dialect;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.testbed.EngineSpec;
import io.dmio.testbed.EngineSpec.ClientSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
  public EngineSpec compile(ParsedObject root) {
    ParsedObject fields = root.get(EngineKeys.ENGINE);
    if (fields == null) {
      return EngineSpec.CLASSIC;
    }
    Dialect dialect = dialect(fields.get(EngineKeys.DIALECT, Dialect.CLASSIC.text()));
    refuseLacking(fields, dialect);
    if (hasClients(dialect)) {
      return new EngineSpec(dialect, (int) RESERVE, false, clients(fields));
    }
    int bios = Math.toIntExact(fields.get(EngineKeys.BIOS, RESERVE));
    return new EngineSpec(dialect, bios, fields.get(EngineKeys.PLUG, false), List.of());
  }

  private static Dialect dialect(String word) {
    for (Dialect dialect : Dialect.values()) {
      if (dialect.text().equals(word)) {
        return dialect;
      }
    }
    throw new IllegalArgumentException(word);
  }

  private void refuseLacking(ParsedObject fields, Dialect dialect) {
    refuse(
        fields,
        EngineKeys.CLIENTS,
        dialect,
        EngineCompiler::hasClients,
        "'clients' are",
        "write dialect: "
            + Dialect.advised(EngineCompiler::hasClients).text()
            + ", or 'bios' for the reserve of "
            + dialect.text());
    refuse(
        fields,
        EngineKeys.BIOS,
        dialect,
        other -> !hasClients(other),
        "'bios' is",
        "write clients: { main: { bios: 16 } }");
    refuse(
        fields,
        EngineKeys.PLUG,
        dialect,
        other -> other.has(Capability.PLUGGED_QUEUES),
        "'plug' is",
        "remove it: the queues of " + dialect.text() + " are not plugged");
  }

  private void refuse(
      ParsedObject fields,
      Key<?> key,
      Dialect dialect,
      Predicate<Dialect> having,
      String what,
      String advice) {
    if (fields.has(key) && !having.test(dialect)) {
      mistakes.report(fields.keyAt(key), what + DialectTerms.lacks(having, dialect), advice);
    }
  }

  private static boolean hasClients(Dialect dialect) {
    return dialect.has(Capability.CLIENTS);
  }

  /** The order of the file means nothing: the first client serves steps that name none. */
  private static List<ClientSpec> clients(ParsedObject fields) {
    List<ClientSpec> clients = new ArrayList<>();
    for (Entry<ParsedObject> entry : fields.get(EngineKeys.CLIENTS, List.of())) {
      ParsedObject client = entry.value();
      if (client != null) {
        clients.add(
            new ClientSpec(
                entry.name(),
                Math.toIntExact(client.get(EngineKeys.CLIENT_IOS, RESERVE)),
                Math.toIntExact(client.get(EngineKeys.CLIENT_BIOS, RESERVE))));
      }
    }
    if (clients.isEmpty()) {
      clients.add(new ClientSpec(MAIN, (int) RESERVE, (int) RESERVE));
    }
    clients.sort(EngineCompiler::mainFirst);
    return clients;
  }

  private static int mainFirst(ClientSpec a, ClientSpec b) {
    int byMain = Boolean.compare(b.name().equals(MAIN), a.name().equals(MAIN));
    return byMain != 0 ? byMain : a.name().compareTo(b.name());
  }
}
