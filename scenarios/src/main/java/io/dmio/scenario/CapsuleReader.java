package io.dmio.scenario;

import io.dmio.check.Check;
import io.dmio.scenario.expect.RunExpectCompiler;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.yaml.Mistakes;
import org.jspecify.annotations.Nullable;

/** Reads the header of a capsule. */
final class CapsuleReader {

  private static final int HEX = 16;

  private CapsuleReader() {}

  /** The header, or null if there is none or it has mistakes. */
  static @Nullable CapsuleHeader read(ParsedObject root, Mistakes mistakes) {
    ParsedObject fields = root.get(CapsuleKeys.CAPSULE);
    if (fields == null) {
      return null;
    }
    Long seed = fields.get(CapsuleKeys.SEED);
    if (seed != null && !seed.equals(root.get(Language.SEED, 1L))) {
      mistakes.report(
          fields.at(CapsuleKeys.SEED),
          "the capsule's seed is not the scenario's",
          "a changed capsule is a scenario: remove 'capsule'");
    }
    String fails = fields.get(CapsuleKeys.FAILS);
    Check check = fails == null ? null : RunExpectCompiler.check(fails);
    return new CapsuleHeader(
        fields.get(CapsuleKeys.MADE_BY, ""),
        Math.toIntExact(fields.get(CapsuleKeys.SEMANTICS, 1L)),
        fields.get(CapsuleKeys.FROM, ""),
        fields.get(CapsuleKeys.SHA256, ""),
        seed == null ? 0 : seed,
        check,
        fields.get(CapsuleKeys.RULE),
        fields.get(CapsuleKeys.EXHIBIT),
        digest(fields.get(CapsuleKeys.FINGERPRINT)),
        digest(fields.get(CapsuleKeys.OUTCOME)));
  }

  private static long digest(@Nullable String hex) {
    return hex == null ? 0 : Long.parseUnsignedLong(hex, HEX);
  }
}
