package io.dmio.scenario;

import static io.dmio.scenario.shape.Key.later;
import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.scenario.device.DeviceKeys;
import io.dmio.scenario.engine.EngineKeys;
import io.dmio.scenario.event.EventKeys;
import io.dmio.scenario.expect.ExpectKeys;
import io.dmio.scenario.fault.FaultVerbs;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.Numbers;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalar;
import io.dmio.scenario.shape.Scalar.Quoting;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.step.TaskKeys;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a scenario: the root of the language. */
final class Language {

  /** The version that this dmio reads. */
  static final int VERSION = 1;

  static final Key<Long> DMIO =
      required(
          "dmio",
          new Scalar<>(
              "the version of the language: 1",
              Map.of("const", VERSION),
              Quoting.PLAIN,
              Language::version),
          "the version of the language: 1");
  static final Key<String> SCENARIO =
      required("scenario", Scalars.NAME, "its name, equal to the file's");
  static final Key<String> ABOUT = optional("about", Scalars.TEXT, "what must hold");
  static final Key<Long> SEED =
      optional("seed", Scalars.SEED, "where all chance comes from: decimal or 0x...; default 1");

  static final Key<Long> LIMIT_TIME = optional("time", Scalars.TIME, "virtual time; default 60s");
  static final Key<Long> LIMIT_EVENTS =
      optional("events", Scalars.count(1, Bounds.COUNT), "events; default 10000000");
  static final Key<ParsedObject> LIMITS =
      optional(
          "limits",
          new ObjectShape("limits", "Where a run is stopped.", List.of(LIMIT_TIME, LIMIT_EVENTS)),
          "where the run is stopped; reaching one is the verdict limit");
  static final Key<String> PAYLOAD =
      optional(
          "payload",
          Scalars.word("payload", List.of("tags", "bytes")),
          "how contents are held: tags (default) or bytes; never changes a digest");

  static final Key<List<Entry<ParsedObject>>> DEVICES =
      required(
          "devices",
          new MapShape<>("a mapping of names to devices", Scalars.NAME, DeviceKeys.DEVICE, 1),
          "disks and stacked devices by name");
  static final Key<List<ParsedObject>> FAULTS =
      optional(
          "faults",
          new ListShape<>("a list of faults", FaultVerbs.FAULT, 0),
          "rules that change bios and allocations");

  static final Key<String> EXHIBIT_ID =
      required(
          "id",
          Scalars.matching("the id of an exhibit", "[BMP][0-9]{2}", "such as B07"),
          "the exhibit, such as B07");
  static final Key<String> CAUGHT_BY =
      required("caught-by", ExpectKeys.CHECK, "the check that catches it");
  static final Key<Long> WITHIN =
      optional("within", Scalars.count(1, Bounds.COUNT), "of how many events at most");
  static final Key<ParsedObject> EXHIBIT =
      optional(
          "exhibit",
          new ObjectShape(
              "exhibit", "A bug in the museum.", List.of(EXHIBIT_ID, CAUGHT_BY, WITHIN)),
          "the bug that this scenario catches; read by 'dmio museum'");

  static final ObjectShape ROOT =
      new ObjectShape(
          "scenario",
          "A scenario of dmio.",
          List.of(
              DMIO,
              SCENARIO,
              ABOUT,
              SEED,
              LIMITS,
              PAYLOAD,
              EngineKeys.ENGINE,
              DEVICES,
              FAULTS,
              TaskKeys.TASKS,
              EventKeys.EVENTS,
              ExpectKeys.CHECKS_KEY,
              ExpectKeys.EXPECT,
              later("sweep", "many runs"),
              later("enumerate", "every placement of a fault"),
              EXHIBIT,
              CapsuleKeys.CAPSULE));

  private Language() {}

  /** Whether a value is a version of the language that this dmio does not read. */
  static boolean isOtherVersion(@Nullable Node value) {
    return value instanceof ScalarNode scalar
        && scalar.text().matches("[1-9][0-9]{0,8}")
        && Integer.parseInt(scalar.text()) != VERSION;
  }

  private static long version(String text) throws InvalidScalar {
    long version = Numbers.decimal(text);
    if (version != VERSION) {
      throw new InvalidScalar("a language that this dmio does not know: " + version, "write 1");
    }
    return version;
  }
}
