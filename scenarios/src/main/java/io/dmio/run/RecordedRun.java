package io.dmio.run;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.scenario.CapsuleHeader;
import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Semantics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run held against what its capsule says.
 *
 * @param capsule what was recorded
 * @param result what has happened now
 */
public record RecordedRun(CapsuleHeader capsule, RunResult result) {

  /** Whether the same check failed first, by the same rule, in the same events. */
  public boolean reproduced() {
    return difference() == null;
  }

  /** One line for people. */
  public String words() {
    String difference = difference();
    if (difference == null) {
      return "REPRODUCED  fingerprint "
          + Digest.format(result.digests().fingerprint())
          + " as recorded";
    }
    String older =
        capsule.semantics() == Semantics.NUMBER
            ? ""
            : "; it was recorded with semantics "
                + capsule.semantics()
                + ", and this dmio has "
                + Semantics.NUMBER;
    return "NOT REPRODUCED  " + difference + older;
  }

  private @Nullable String difference() {
    Failure first = result.failures().isEmpty() ? null : result.failures().get(0);
    Check check = first == null ? null : first.check();
    if (check != capsule.fails()) {
      return "the check that fails first is "
          + name(check)
          + ", recorded is "
          + name(capsule.fails());
    }
    String rule = first == null || first.rule() < 0 ? null : result.names().rule(first.rule());
    if (!Objects.equals(rule, capsule.rule())) {
      return "the rule involved is " + rule + ", recorded is " + capsule.rule();
    }
    if (result.digests().fingerprint() != capsule.fingerprint()) {
      return "the fingerprint is "
          + Digest.format(result.digests().fingerprint())
          + ", recorded is "
          + Digest.format(capsule.fingerprint());
    }
    return null;
  }

  private static String name(@Nullable Check check) {
    return check == null ? "none" : check.text();
  }
}
