package io.dmio.generator;

/** What a model says and a run does not. */
final class Difference extends RuntimeException {

  private static final long serialVersionUID = 1;

  Difference(String message) {
    super(message);
  }
}
