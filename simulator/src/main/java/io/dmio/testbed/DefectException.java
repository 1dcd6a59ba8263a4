package io.dmio.testbed;

/** The simulator itself went wrong: a defect of dmio, never a finding about a scenario. */
public final class DefectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DefectException(WorldSpec spec, long timeNanos, long event, RuntimeException cause) {
    super(
        "scenario "
            + spec.scenario()
            + ", seed 0x"
            + Long.toHexString(spec.seed())
            + ", virtual time "
            + timeNanos
            + " ns, event "
            + event
            + ": "
            + cause,
        cause);
  }
}
