package io.dmio.sim;

/** Receives an event when its virtual time has come. */
@FunctionalInterface
public interface EventHandler {

  /**
   * Handles one event. Runs to completion; it may schedule more events, also at the current time.
   *
   * @param argument what was given when the event was scheduled
   */
  void handle(long argument);
}
