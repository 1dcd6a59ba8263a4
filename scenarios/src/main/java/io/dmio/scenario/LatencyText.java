package io.dmio.scenario;

import io.dmio.device.LatencyProfile;

/** A latency as written. */
sealed interface LatencyText {

  /** A preset or a time. */
  record Word(LatencyProfile profile) implements LatencyText {}

  /** A distribution. */
  record Distribution(Fields fields) implements LatencyText {}

  /** One for each operation. */
  record PerOp(Fields fields) implements LatencyText {}
}
