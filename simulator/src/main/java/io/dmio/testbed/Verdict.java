package io.dmio.testbed;

/** How a run is judged. */
public enum Verdict {
  /** Everything held. */
  PASSED("passed"),
  /** A check or an expectation failed. */
  FAILED("failed"),
  /** The first failure was of the check that the scenario expects to fail. */
  EXPECTED_FAILURE("expected-failure"),
  /** A limit of time or events was reached. */
  LIMIT("limit"),
  /** A contradiction inside ended the run. */
  CRASHED("crashed");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** The word in results. */
  public String text() {
    return text;
  }

  /** Whether the run counts as a success. */
  public boolean holds() {
    return this == PASSED || this == EXPECTED_FAILURE;
  }
}
