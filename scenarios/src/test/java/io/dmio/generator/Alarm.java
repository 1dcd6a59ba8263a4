package io.dmio.generator;

import io.dmio.check.Check;
import io.dmio.check.Failure;
import io.dmio.testbed.RunResult;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that no valid scenario may bring about.
 *
 * @param kind the check, or what else it is
 * @param message what is wrong
 */
record Alarm(String kind, String message) {

  /** What a random scenario may do wrong itself: it hangs, is refused, or expects what is not. */
  private static final Set<Check> OF_THE_SCENARIO =
      EnumSet.of(Check.EXPECT, Check.USAGE, Check.PROGRESS);

  private static final int SIGNATURE = 60;

  /** The first failure that is a bug, or null. */
  static @Nullable Alarm of(RunResult result) {
    for (Failure failure : result.failures()) {
      if (!OF_THE_SCENARIO.contains(failure.check())) {
        return new Alarm(failure.check().text(), failure.message());
      }
    }
    return null;
  }

  /** Equal for alarms of one kind: without names and numbers. */
  String signature() {
    String words = message.replaceAll("[a-z]+[0-9]+(\\[[0-9]+\\])*(\\.[0-9]+)?|[0-9]+", "#");
    words =
        words.replaceAll("\\b(of|on|to) [a-z]\\b", "$1 #").replaceAll("sectors #-#", "sector #");
    return kind + ": " + words.substring(0, Math.min(SIGNATURE, words.length()));
  }

  @Override
  public String toString() {
    return kind + ": " + message;
  }
}
