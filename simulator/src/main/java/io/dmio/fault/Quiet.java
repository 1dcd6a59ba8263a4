package io.dmio.fault;

/** Whether rules have been told to be quiet. */
final class Quiet {

  private boolean quiet;

  void begin() {
    quiet = true;
  }

  boolean is() {
    return quiet;
  }
}
