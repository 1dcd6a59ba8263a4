package io.dmio.fault;

/** Whether rules have been told to be quiet. */
final class FaultSwitch {

  private boolean quiet;

  void begin() {
    quiet = true;
  }

  boolean is() {
    return quiet;
  }
}
