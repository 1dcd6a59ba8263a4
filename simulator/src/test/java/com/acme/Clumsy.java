package com.acme;

import io.dmio.block.Bio;
import io.dmio.workload.Host;
import io.dmio.workload.Task;
import java.io.IOException;
import java.util.function.Consumer;

/** A task from a package of its user, with mistakes. */
public final class Clumsy implements Task {

  private final Consumer<Host> mistake;

  public Clumsy(Consumer<Host> mistake) {
    this.mistake = mistake;
  }

  /** Does this in {@code start}. */
  public static Clumsy doing(Consumer<Host> mistake) {
    return new Clumsy(mistake);
  }

  /** Throws this in a callback. */
  public static Clumsy throwing(RuntimeException problem) {
    return new Clumsy(
        host ->
            host.after(
                1,
                () -> {
                  throw problem;
                }));
  }

  /** Throws this, declared or not. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** Throws what nobody declares. */
  public static void lose(String message) {
    Clumsy.<RuntimeException>sneak(new IOException(message));
  }

  /** Gives back what is not under way. */
  public static void retire(Bio bio) {
    bio.retire();
  }

  /** Fails in a line of its own. */
  public static void fail(String message, Throwable cause) {
    throw new IllegalStateException(message, cause);
  }

  /** Calls itself until there is no stack left. */
  public static int deeper(int depth) {
    return deeper(depth + 1) + 1;
  }

  @Override
  public void start(Host host) {
    mistake.accept(host);
  }
}
