package io.dmio.scenario.names;

import io.dmio.engine.Dialect;
import io.dmio.engine.Refusal;
import io.dmio.scenario.shape.Fields;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.Words;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.testbed.EngineSpec;
import io.dmio.testbed.EngineSpec.ClientSpec;
import java.util.List;
import java.util.stream.Stream;

/** What a file may say in the dialect that it has: operations, clients, pools and refusals. */
public final class DialectTerms {

  private final Mistakes mistakes;
  private final EngineSpec engine;

  public DialectTerms(Mistakes mistakes, EngineSpec engine) {
    this.mistakes = mistakes;
    this.engine = engine;
  }

  public boolean isLinux() {
    return engine.dialect() == Dialect.LINUX_6_1;
  }

  /**
   * Says that linux-6.1 alone has something, if the dialect is another.
   *
   * @return whether the dialect has it
   */
  public boolean demandLinux(Position at, String what) {
    if (!isLinux()) {
      mistakes.report(
          at,
          what + " of linux-6.1, but the dialect is classic",
          "write engine: { dialect: linux-6.1 }, or remove it");
    }
    return isLinux();
  }

  /** The number of the client that a step names, or of the one that serves the others. */
  public int client(Fields step, Key<Located<String>> key) {
    Located<String> name = step.get(key);
    if (name == null || !demandLinux(step.keyAt(key), "'client' is")) {
      return 0;
    }
    List<String> names = engine.clients().stream().map(ClientSpec::name).toList();
    int number = names.indexOf(name.value());
    if (number < 0) {
      mistakes.report(
          name.at(), "there is no client '" + name.value() + "'", Guess.of(name.value(), names));
    }
    return Math.max(0, number);
  }

  /** Says that there is no pool of a name, if so; what is no such name was reported before. */
  public void checkPool(String name, Position at) {
    List<String> pools =
        engine.clientConfigs().stream()
            .flatMap(client -> Stream.of(client.name() + ".ios", client.name() + ".bios"))
            .toList();
    if (name.matches(Words.POOL) && !pools.contains(name)) {
      mistakes.report(
          at,
          "there is no pool '" + name + "' in " + engine.dialect().text(),
          Guess.of(name, pools));
    }
  }

  /**
   * Says that a get or put cannot be refused, if so.
   *
   * @param at the key that expects it
   */
  public void checkPages(Position at) {
    if (isLinux()) {
      mistakes.report(
          at,
          "get and put always return OK in linux-6.1, where they do nothing",
          "write engine: { dialect: classic }, or remove the expectation");
    }
  }

  /** Says that no call is refused by a rule, if so. */
  public void checkRefusal(Refusal refusal, Position at) {
    boolean ofPut = refusal == Refusal.PUT_IN_USE || refusal == Refusal.PUT_UNCOVERED;
    if (isLinux() && ofPut) {
      mistakes.report(
          at,
          "no call is refused by " + refusal.text() + " in linux-6.1",
          "write engine: { dialect: classic }, or remove the expectation");
    }
  }
}
