package io.dmio.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A caller that writes down what it hears, in order. */
public final class Heard implements IoCallback {

  private final List<String> moments = new ArrayList<>();
  private @Nullable IoReturn returned;
  private Runnable whenNotified = () -> {};
  private boolean signal;

  /** Does this inside the callback. */
  public Heard then(Runnable action) {
    whenNotified = action;
    return this;
  }

  /** Has a signal pending from the start. */
  public Heard withSignal() {
    signal = true;
    return this;
  }

  /** What was heard: {@code returned ERRNO [bits]} and {@code notified bits}. */
  public List<String> moments() {
    return moments;
  }

  /** What the call returned. */
  public IoReturn result() {
    if (returned == null) {
      throw new AssertionError("the call has not returned");
    }
    return returned;
  }

  @Override
  public void returned(IoRequest request, IoReturn result) {
    returned = result;
    moments.add(
        "returned "
            + result.errno()
            + (result.bitsWritten() ? " " + ErrorBits.hex(result.bits()) : ""));
  }

  @Override
  public void notified(IoRequest request, long bits) {
    moments.add("notified " + ErrorBits.hex(bits));
    whenNotified.run();
  }

  @Override
  public boolean signalPending() {
    return signal;
  }
}
