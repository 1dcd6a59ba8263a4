package io.dmio.scenario.engine;

import static io.dmio.scenario.shape.Key.optional;

import io.dmio.engine.Dialect;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Words;
import java.util.List;

/** The keys of the engine. */
public final class EngineKeys {

  public static final Key<String> DIALECT =
      optional(
          "dialect",
          Scalars.word("dialect", Words.of(Dialect.values(), Dialect::text)),
          "which dm-io: classic (default) or linux-6.1");
  public static final Key<Long> BIOS =
      optional(
          "bios",
          Scalars.count(1, Bounds.ELEMENTS),
          "classic: elements of the reserve of bios; default 16");
  public static final Key<Boolean> PLUG =
      optional("plug", Scalars.FLAG, "classic: whether queues are plugged; default false");

  static final Key<Long> CLIENT_IOS =
      optional(
          "ios", Scalars.count(1, Bounds.ELEMENTS), "elements of its reserve of ios; default 16");
  static final Key<Long> CLIENT_BIOS =
      optional(
          "bios", Scalars.count(1, Bounds.ELEMENTS), "elements of its reserve of bios; default 16");
  public static final Key<List<Entry<ParsedObject>>> CLIENTS =
      optional(
          "clients",
          new MapShape<>(
              "a mapping of names to clients",
              Scalars.NAME,
              new ObjectShape(
                  "client",
                  "A client of linux-6.1: its pools serve the calls that name it.",
                  List.of(CLIENT_IOS, CLIENT_BIOS)),
              1),
          "linux-6.1: clients by name, each with pools of its own; default: { main: { ios: 16, bios:"
              + " 16 } }");

  public static final Key<ParsedObject> ENGINE =
      optional(
          "engine",
          new ObjectShape("engine", "The engine.", List.of(DIALECT, BIOS, PLUG, CLIENTS)),
          "which dm-io");

  private EngineKeys() {}
}
