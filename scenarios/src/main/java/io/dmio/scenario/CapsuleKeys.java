package io.dmio.scenario;

import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.check.Check;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalar;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Words;
import java.util.List;

/** The keys of the header of a capsule. */
final class CapsuleKeys {

  private static final Scalar<String> DIGEST =
      Scalars.matching("a digest of 16 hex digits in quotes", "[0-9a-f]{16}", null);

  static final Key<String> KIND =
      required(
          "kind",
          Scalars.word("kind of capsule", List.of("seeded"), List.of("explicit")),
          "seeded: the seed makes the run again");
  static final Key<String> MADE_BY = required("made-by", Scalars.TEXT, "the dmio that made it");
  static final Key<Long> SEMANTICS =
      required(
          "semantics",
          Scalars.count(1, Integer.MAX_VALUE),
          "of the dmio that made it: digests are equal where it is equal");
  static final Key<String> FROM = required("from", Scalars.TEXT, "the file that it was made of");
  static final Key<String> SHA256 =
      required(
          "sha256",
          Scalars.matching("64 hex digits in quotes", "[0-9a-f]{64}", null),
          "of the bytes of that file");
  static final Key<Long> SEED = required("seed", Scalars.SEED, "the seed of the run");
  static final Key<String> FAILS =
      optional(
          "fails",
          Scalars.word("check", Words.of(Check.values(), Check::text)),
          "the check that failed first; absent: none did");
  static final Key<String> RULE = optional("rule", Scalars.TEXT, "the fault rule that is involved");
  static final Key<String> EXHIBIT =
      optional("exhibit", Scalars.TEXT, "the bug of the museum that was put in");
  static final Key<String> FINGERPRINT =
      required("fingerprint", DIGEST, "the digest of every event");
  static final Key<String> OUTCOME = required("outcome", DIGEST, "the digest of what users see");

  static final Key<ParsedObject> CAPSULE =
      optional(
          "capsule",
          new ObjectShape(
              "capsule",
              "How this file was made.",
              List.of(
                  KIND,
                  MADE_BY,
                  SEMANTICS,
                  FROM,
                  SHA256,
                  SEED,
                  FAILS,
                  RULE,
                  EXHIBIT,
                  FINGERPRINT,
                  OUTCOME)),
          "how this file was made; written by dmio");

  private CapsuleKeys() {}
}
