package io.dmio.scenario.device;

import io.dmio.device.LatencyPresets;
import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.shape.Words;
import java.util.List;

/** Latencies that are one word: a time, or the name of a preset. */
final class Presets {

  private Presets() {}

  static List<String> names() {
    return LatencyPresets.names();
  }

  /** A time or the name of a preset. */
  static LatencyProfile read(String text) throws InvalidScalar {
    if (Character.isDigit(text.charAt(0))) {
      return LatencyProfile.of(new LatencySpec.Fixed(Units.TIME.read(text)));
    }
    return LatencyPresets.find(Words.oneOf(text, names(), "latency"));
  }
}
