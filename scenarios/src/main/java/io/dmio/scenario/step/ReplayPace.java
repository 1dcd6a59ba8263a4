package io.dmio.scenario.step;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How fast a trace is done again.
 *
 * @param factor times as fast as recorded; null: as soon as possible
 */
record ReplayPace(@Nullable BigDecimal factor) {

  /** Reads {@code recorded}, {@code asap} or a factor; a factor of 0 gives null. */
  static @Nullable ReplayPace read(String text) {
    if (text.equals("asap")) {
      return new ReplayPace(null);
    }
    BigDecimal factor =
        text.equals("recorded")
            ? BigDecimal.ONE
            : new BigDecimal(text.substring(0, text.length() - 1));
    return factor.signum() == 0 ? null : new ReplayPace(factor);
  }

  boolean isAsap() {
    return factor == null;
  }

  /** When something is done that was done then, rounded down; at most about 146 years. */
  long due(long nanos) {
    return factor == null
        ? 0
        : BigDecimal.valueOf(nanos)
            .divide(factor, 0, RoundingMode.DOWN)
            .min(BigDecimal.valueOf(Long.MAX_VALUE / 2))
            .longValueExact();
  }
}
