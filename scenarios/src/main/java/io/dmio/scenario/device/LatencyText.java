package io.dmio.scenario.device;

import io.dmio.device.LatencyProfile;
import io.dmio.scenario.shape.Fields;

/** A latency as written. */
sealed interface LatencyText {

  /** A preset or a time. */
  record Word(LatencyProfile profile) implements LatencyText {}

  /** A distribution. */
  record Distribution(Fields fields) implements LatencyText {}

  /** One for each operation. */
  record PerOp(Fields fields) implements LatencyText {}
}
