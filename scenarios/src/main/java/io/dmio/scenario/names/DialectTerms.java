package io.dmio.scenario.names;

import io.dmio.block.RequestOp;
import io.dmio.engine.Capability;
import io.dmio.engine.Dialect;
import io.dmio.engine.Refusal;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Words;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.testbed.EngineSpec;
import io.dmio.testbed.EngineSpec.ClientSpec;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a file may say in the dialect that it has: operations, clients, pools and refusals. */
public final class DialectTerms {

  private final Mistakes mistakes;
  private final EngineSpec engine;

  public DialectTerms(Mistakes mistakes, EngineSpec engine) {
    this.mistakes = mistakes;
    this.engine = engine;
  }

  public Dialect dialect() {
    return engine.dialect();
  }

  public boolean has(Capability capability) {
    return engine.dialect().has(capability);
  }

  /**
   * Reports a mistake if the dialect lacks a capability.
   *
   * @param at where the file needs it
   * @param what needs it, and the verb, such as {@code 'client' is}
   * @return whether the dialect has it
   */
  public boolean demand(Capability capability, Position at, String what) {
    return demand(dialect -> dialect.has(capability), at, what);
  }

  /** Reports a mistake if the dialect does not know an operation; as above. */
  public boolean demand(RequestOp op, Position at, String what) {
    return demand(dialect -> dialect.knows(op), at, what);
  }

  /** Reports a mistake if something does not hold of the dialect; as above. */
  public boolean demand(Predicate<Dialect> has, Position at, String what) {
    boolean right = has.test(engine.dialect());
    if (!right) {
      mistakes.report(at, what + lacks(has, engine.dialect()), advice(has) + ", or remove it");
    }
    return right;
  }

  /** The end of a sentence which says that a dialect lacks what others have. */
  public static String lacks(Predicate<Dialect> has, Dialect dialect) {
    return " of " + Dialect.names(has) + ", but the dialect is " + dialect.text();
  }

  /** Advice to write a dialect that has something. */
  public static String advice(Predicate<Dialect> has) {
    return "write " + line(Dialect.advised(has));
  }

  /** The line of a file that chooses a dialect. */
  public static String line(Dialect dialect) {
    return "engine: { dialect: " + dialect.text() + " }";
  }

  /** The number of the client that a step names, or of the one that serves the others. */
  public int client(ParsedObject step, Key<Located<String>> key) {
    Located<String> name = step.get(key);
    if (name == null || !demand(Capability.CLIENTS, step.keyAt(key), "'client' is")) {
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
    if (!has(Capability.RESIZED_POOLS)) {
      mistakes.report(
          at,
          "get and put always return OK in " + engine.dialect().text() + ", where they do nothing",
          withResizedPools() + ", or remove the expectation");
    }
  }

  /** Says that no call is refused by a rule, if so. */
  public void checkRefusal(Refusal refusal, Position at) {
    boolean ofPut = refusal == Refusal.PUT_IN_USE || refusal == Refusal.PUT_UNCOVERED;
    if (!has(Capability.RESIZED_POOLS) && ofPut) {
      mistakes.report(
          at,
          "no call is refused by " + refusal.text() + " in " + engine.dialect().text(),
          withResizedPools() + ", or remove the expectation");
    }
  }

  /** Advice to write a dialect in which get and put do something. */
  public static String withResizedPools() {
    return advice(dialect -> dialect.has(Capability.RESIZED_POOLS));
  }
}
