package io.dmio.run;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call in two runs.
 *
 * @param name its name
 * @param left what became of it in the first run, or null if that has no such call
 * @param right what became of it in the second run, or null if that has no such call
 */
public record ComparedCall(String name, @Nullable CallFigures left, @Nullable CallFigures right) {

  /** In what the two differ, the most telling first. */
  public Set<Aspect> differences() {
    if (left == null || right == null) {
      return EnumSet.of(Aspect.CALL);
    }
    Set<Aspect> differences = EnumSet.noneOf(Aspect.class);
    add(differences, Aspect.RETURN, left.returned(), right.returned());
    add(differences, Aspect.RETURN, left.refusal(), right.refusal());
    add(differences, Aspect.BITS, left.bitsHeard(), right.bitsHeard());
    add(differences, Aspect.BITS, left.bits(), right.bits());
    add(differences, Aspect.BIOS, left.bios(), right.bios());
    add(differences, Aspect.DATA, left.data(), right.data());
    add(differences, Aspect.LATENCY, left.latencyNanos(), right.latencyNanos());
    return differences;
  }

  /** The figures of the first run that has the call. */
  public CallFigures either() {
    return left != null ? left : Objects.requireNonNull(right);
  }

  private static void add(Set<Aspect> differences, Aspect aspect, Object one, Object other) {
    if (!one.equals(other)) {
      differences.add(aspect);
    }
  }
}
