package io.dmio.conformance;

/** A line that is no recorded case. */
public final class MalformedCaseException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedCaseException(String message) {
    super(message);
  }
}
