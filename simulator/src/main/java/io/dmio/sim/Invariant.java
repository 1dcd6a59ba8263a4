package io.dmio.sim;

/**
 * What must hold in the simulator whatever a scenario asks for. Where it does not, the simulator is
 * wrong: the run ends as a defect, not as a finding.
 *
 * <p>Checked in every run. Costs no memory while all is well: the text is made when it is needed.
 */
public final class Invariant {

  private Invariant() {}

  /**
   * Sees that something holds.
   *
   * @param holds whether it does
   * @param contradiction what is the case if not
   * @param value the value that shows it
   * @throws IllegalStateException with both if it does not
   */
  public static void holds(boolean holds, String contradiction, long value) {
    if (!holds) {
      throw new IllegalStateException(contradiction + ": " + value);
    }
  }
}
