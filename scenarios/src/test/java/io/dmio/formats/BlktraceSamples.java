package io.dmio.formats;

import java.io.IOException;

/** Traces for tests elsewhere. */
public final class BlktraceSamples {

  private BlktraceSamples() {}

  /** A trace of a few requests to two devices. */
  public static byte[] sample() throws IOException {
    return BlktraceTest.sample();
  }
}
