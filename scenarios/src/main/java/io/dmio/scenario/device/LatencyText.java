package io.dmio.scenario.device;

import io.dmio.device.LatencyProfile;
import io.dmio.scenario.shape.ParsedObject;

/** A latency as written. */
sealed interface LatencyText {

  /** A preset or a time. */
  record Word(LatencyProfile profile) implements LatencyText {}

  /** A distribution. */
  record Distribution(ParsedObject fields) implements LatencyText {}

  /** One for each operation. */
  record PerOp(ParsedObject fields) implements LatencyText {}
}
