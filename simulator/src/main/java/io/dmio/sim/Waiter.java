package io.dmio.sim;

/** Someone parked in a {@link WaitQueue}; its event is its resumption. */
public interface Waiter extends EventHandler {

  /** The number of the call on whose behalf it waits. */
  int call();
}
