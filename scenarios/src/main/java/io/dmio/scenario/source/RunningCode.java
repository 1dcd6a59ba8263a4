package io.dmio.scenario.source;

import io.dmio.workload.CodeWatch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Code of the user that runs just now, for whoever watches it from another thread.
 *
 * <p>Code is entered by an event, and left before the next one.
 */
public final class RunningCode implements CodeWatch {

  private final Map<Thread, Entry> running = new ConcurrentHashMap<>();
  private final Map<Object, String> refusals = new ConcurrentHashMap<>();
  private final AtomicLong entries = new AtomicLong();
  private volatile @Nullable String missing;

  /** Nothing runs yet. */
  public RunningCode() {}

  /**
   * Code of the user in which a run is.
   *
   * @param thread of the run
   * @param number of the entry, from 1: as long as it stays the same, no event has happened
   * @param depth how often it was entered inside itself
   */
  public record Entry(Thread thread, long number, int depth) {}

  /** Where runs are in code of the user just now. */
  public List<Entry> entries() {
    return List.copyOf(running.values());
  }

  /**
   * The class or method that code needed and that is not there, or does not fit, in Java's words;
   * null if there was none. Then the code could not be run, whatever it would have done.
   */
  public @Nullable String missing() {
    return missing;
  }

  @Override
  public void entered() {
    Thread thread = Thread.currentThread();
    Entry outer = running.get(thread);
    running.put(
        thread,
        outer == null
            ? new Entry(thread, entries.incrementAndGet(), 1)
            : new Entry(thread, outer.number(), outer.depth() + 1));
  }

  @Override
  public void left() {
    Thread thread = Thread.currentThread();
    running.computeIfPresent(
        thread,
        (key, inner) ->
            inner.depth() == 1 ? null : new Entry(key, inner.number(), inner.depth() - 1));
  }

  @Override
  public void threw(Throwable thrown) {
    if (missing == null && thrown instanceof LinkageError && !comesFromAnInitialiser(thrown)) {
      missing = thrown.toString();
    }
  }

  /** A class that could not be initialised is there; to its second user Java says so in words. */
  private static boolean comesFromAnInitialiser(Throwable thrown) {
    return thrown instanceof ExceptionInInitializerError
        || String.valueOf(thrown.getMessage()).startsWith("Could not initialize class");
  }

  @Override
  public @Nullable String objection() {
    return running.containsKey(Thread.currentThread())
        ? null
        : "in a thread of its own: a run has one thread";
  }

  @Override
  public void refused(Object code, String why) {
    refusals.putIfAbsent(code, why);
  }

  @Override
  public @Nullable String takeRefusal(Object code) {
    return refusals.remove(code);
  }
}
