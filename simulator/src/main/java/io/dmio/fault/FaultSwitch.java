package io.dmio.fault;

/** Whether rules have been told to be quiet. */
final class FaultSwitch {

  private boolean off;

  void turnOff() {
    off = true;
  }

  boolean isOff() {
    return off;
  }
}
