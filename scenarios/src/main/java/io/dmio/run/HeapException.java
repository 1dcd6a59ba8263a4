package io.dmio.run;

import java.io.Serial;

/** The memory of Java does not suffice to read or run a scenario. */
public final class HeapException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final String scenario;

  /**
   * Of a scenario, as its caller names it.
   *
   * @param exhausted what Java has thrown
   */
  public HeapException(String scenario, OutOfMemoryError exhausted) {
    super(
        "'" + scenario + "': Java has no more memory for this: raise -Xmx, or make the run shorter",
        exhausted);
    this.scenario = scenario;
  }

  /** The scenario, as its caller names it. */
  public String scenario() {
    return scenario;
  }
}
