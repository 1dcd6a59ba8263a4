package io.dmio.device;

import io.dmio.sim.QuantileTable;
import io.dmio.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/** A {@link LatencySpec}, ready to be drawn from without floating point. */
abstract sealed class LatencySampler {

  /** Compiles a latency; {@code tables} are those of its world. */
  static LatencySampler of(LatencySpec spec, LatencyTables tables) {
    if (spec instanceof LatencySpec.Fixed fixed) {
      return new Always(fixed.nanos());
    }
    if (spec instanceof LatencySpec.Uniform uniform) {
      return new Drawn(QuantileTable.uniform(uniform.lowNanos(), uniform.highNanos()));
    }
    if (spec instanceof LatencySpec.Lognormal lognormal) {
      return new DrawnLognormal(lognormal, tables);
    }
    return new OneOf((LatencySpec.Mixture) spec, tables);
  }

  /**
   * Nanoseconds. A fixed latency draws nothing, a mixture draws once for the part and then what the
   * part draws, all others draw once.
   */
  abstract long sample(RandomStream stream);

  private static final class Always extends LatencySampler {

    private final long nanos;

    Always(long nanos) {
      if (nanos < 0) {
        throw new IllegalArgumentException("latency must not be negative: " + nanos);
      }
      this.nanos = nanos;
    }

    @Override
    long sample(RandomStream stream) {
      return nanos;
    }
  }

  private static final class Drawn extends LatencySampler {

    private final QuantileTable table;

    Drawn(QuantileTable table) {
      this.table = table;
    }

    @Override
    long sample(RandomStream stream) {
      return table.at(stream.next());
    }
  }

  /** Its table is dear to make, so that is done at the first draw: many are never drawn from. */
  private static final class DrawnLognormal extends LatencySampler {

    private final LatencySpec.Lognormal spec;
    private final LatencyTables tables;
    private @Nullable QuantileTable table;

    DrawnLognormal(LatencySpec.Lognormal spec, LatencyTables tables) {
      this.spec = spec;
      this.tables = tables;
    }

    @Override
    long sample(RandomStream stream) {
      QuantileTable known = table;
      if (known == null) {
        known = tables.of(spec);
        table = known;
      }
      return known.at(stream.next());
    }
  }

  private static final class OneOf extends LatencySampler {

    private final LatencySampler[] parts;
    private final long[] limits;

    OneOf(LatencySpec.Mixture mixture, LatencyTables tables) {
      int count = mixture.parts().size();
      if (count == 0) {
        throw new IllegalArgumentException("a mixture needs a part");
      }
      parts = new LatencySampler[count];
      limits = new long[count];
      long sum = 0;
      for (int i = 0; i < count; i++) {
        LatencySpec.Part part = mixture.parts().get(i);
        parts[i] = of(part.latency(), tables);
        long limit = part.weight().certain() ? -1 : sum + part.weight().threshold();
        sum = Long.compareUnsigned(limit, sum) < 0 ? -1 : limit;
        limits[i] = sum;
      }
    }

    // Weights are rounded down, so their sum may miss 1 by a hair: the last part takes the rest.
    @Override
    long sample(RandomStream stream) {
      long bits = stream.next();
      int part = 0;
      while (part < limits.length - 1 && Long.compareUnsigned(bits, limits[part]) >= 0) {
        part++;
      }
      return parts[part].sample(stream);
    }
  }
}
