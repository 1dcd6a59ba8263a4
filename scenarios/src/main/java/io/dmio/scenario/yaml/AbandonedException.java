package io.dmio.scenario.yaml;

/** A text was not read to its end; why is reported. */
final class AbandonedException extends Exception {

  private static final long serialVersionUID = 1;
}
