package io.dmio.scenario;

import static io.dmio.scenario.Key.optional;

import io.dmio.engine.Dialect;
import java.util.List;

/** The keys of the engine. */
final class EngineKeys {

  static final Key<String> DIALECT =
      optional(
          "dialect",
          Scalars.word("dialect", Words.of(Dialect.values(), Dialect::text)),
          "which dm-io: classic (default) or linux-6.1");
  static final Key<Long> BIOS =
      optional(
          "bios",
          Scalars.count(1, Bounds.ELEMENTS),
          "classic: elements of the reserve of bios; default 16");
  static final Key<Boolean> PLUG =
      optional("plug", Scalars.FLAG, "classic: whether queues are plugged; default false");

  static final Key<Long> CLIENT_IOS =
      optional(
          "ios", Scalars.count(1, Bounds.ELEMENTS), "elements of its reserve of ios; default 16");
  static final Key<Long> CLIENT_BIOS =
      optional(
          "bios", Scalars.count(1, Bounds.ELEMENTS), "elements of its reserve of bios; default 16");
  static final Key<List<Entry<Fields>>> CLIENTS =
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

  static final Key<Fields> ENGINE =
      optional(
          "engine",
          new ObjectShape("engine", "The engine.", List.of(DIALECT, BIOS, PLUG, CLIENTS)),
          "which dm-io");

  private EngineKeys() {}
}
