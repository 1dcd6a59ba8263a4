package io.dmio.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named moments of a run: a call has ended, a mark is reached, a rule has fired, a task is over.
 *
 * <p>Names share one namespace. A moment is reached at its first announcement and stays so.
 */
public final class Moments {

  /** How many moments of one run may be reached. */
  public static final int MOST = 1 << 18;

  private final Map<String, Long> reached = new LinkedHashMap<>();
  private final Map<String, List<Listener>> listeners = new LinkedHashMap<>();
  private final Simulation simulation;

  /** Makes a world's moments; none is reached. */
  public Moments(Simulation simulation) {
    this.simulation = simulation;
  }

  /** Whether a moment is past or now. */
  public boolean isReached(String name) {
    return reached.containsKey(name);
  }

  /** Virtual nanoseconds of a moment that is reached. */
  public long timeOf(String name) {
    Long time = reached.get(name);
    if (time == null) {
      throw new IllegalStateException("not reached: " + name);
    }
    return time;
  }

  /**
   * Announces a moment; all but the first announcement of a name change nothing.
   *
   * @throws LimitReached if it is more than {@link #MOST}
   */
  public void reach(String name) {
    if (reached.putIfAbsent(name, simulation.now()) != null) {
      return;
    }
    if (reached.size() > MOST) {
      throw LimitReached.moments(MOST);
    }
    List<Listener> waiting = listeners.remove(name);
    if (waiting != null) {
      for (Listener listener : waiting) {
        listener.action.run();
      }
    }
  }

  /** Whether somebody waits for a moment whose name begins so. */
  public boolean isAwaited(String prefix) {
    for (String name : listeners.keySet()) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Calls somebody of the host back inside {@link #reach}, or at once if the moment is reached;
   * never after the host has died.
   */
  public void whenReached(String name, Runnable listener) {
    listen(name, new Listener(listener, true));
  }

  /** As {@link #whenReached}, for somebody who outlives the host. */
  public void whenReachedOutside(String name, Runnable listener) {
    listen(name, new Listener(listener, false));
  }

  /** The host dies: nobody of it waits any more. What was reached stays so. */
  public void dropHost() {
    for (List<Listener> waiting : listeners.values()) {
      waiting.removeIf(listener -> listener.ofHost);
    }
    listeners.values().removeIf(List::isEmpty);
  }

  private void listen(String name, Listener listener) {
    if (isReached(name)) {
      listener.action.run();
    } else {
      listeners.computeIfAbsent(name, n -> new ArrayList<>()).add(listener);
    }
  }

  private record Listener(Runnable action, boolean ofHost) {}
}
