package io.dmio.report.figures;

import io.dmio.device.LatencySpec;
import io.dmio.device.LatencySpec.Fixed;
import io.dmio.device.LatencySpec.Lognormal;
import io.dmio.device.LatencySpec.Mixture;
import io.dmio.device.LatencySpec.Part;
import io.dmio.device.LatencySpec.Uniform;

/**
 * What percentiles a latency has as it is written, to compare with what was observed. Calculated
 * with {@link StrictMath} alone, so that every machine prints the same.
 */
public final class SpecifiedLatency {

  /** The quantile of the standard normal distribution at 0.99, by which p99 gives sigma. */
  private static final double Z99 = 2.3263478740408408;

  private static final double TWO_TO_64 = 0x1p64;

  private SpecifiedLatency() {}

  /** Nanoseconds that a share of all draws does not exceed; the share is between 0 and 1. */
  public static long quantile(LatencySpec spec, double share) {
    if (spec instanceof Fixed fixed) {
      return fixed.nanos();
    }
    if (spec instanceof Uniform uniform) {
      return uniform.lowNanos() + (long) (share * (uniform.highNanos() - uniform.lowNanos()) + 0.5);
    }
    return search(spec, share);
  }

  private static long search(LatencySpec spec, double share) {
    long low = 0;
    long high = 1;
    while (high < 1L << 61 && below(spec, high) < share) {
      high *= 2;
    }
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (below(spec, middle) < share) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The share of draws that do not exceed a time. */
  private static double below(LatencySpec spec, long nanos) {
    if (spec instanceof Fixed fixed) {
      return nanos >= fixed.nanos() ? 1 : 0;
    }
    if (spec instanceof Uniform uniform) {
      double width = Math.max(1, uniform.highNanos() - uniform.lowNanos());
      return Math.max(0, Math.min(1, (nanos - uniform.lowNanos()) / width));
    }
    if (spec instanceof Lognormal lognormal) {
      return lognormal(lognormal, nanos);
    }
    double sum = 0;
    for (Part part : ((Mixture) spec).parts()) {
      sum += weight(part) * below(part.latency(), nanos);
    }
    return sum;
  }

  private static double lognormal(Lognormal spec, long nanos) {
    if (nanos <= 0 || spec.medianNanos() >= spec.p99Nanos()) {
      return nanos >= spec.medianNanos() ? 1 : 0;
    }
    double median = spec.medianNanos();
    double sigma = StrictMath.log(spec.p99Nanos() / median) / Z99;
    return normal(StrictMath.log(nanos / median) / sigma);
  }

  private static double weight(Part part) {
    long threshold = part.weight().threshold();
    double unsigned = threshold < 0 ? threshold + TWO_TO_64 : threshold;
    return part.weight().certain() ? 1 : unsigned / TWO_TO_64;
  }

  /** Abramowitz and Stegun 26.2.17: the normal distribution, wrong by less than 7.5e-8. */
  private static double normal(double z) {
    double t = 1 / (1 + 0.2316419 * Math.abs(z));
    double series =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * series;
    return z < 0 ? upper : 1 - upper;
  }
}
