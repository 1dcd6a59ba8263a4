package io.dmio.generator;

import java.util.Map;

/** Draws times and latencies of every form. */
final class TimeDraw {

  private final Draw draw;

  TimeDraw(Draw draw) {
    this.draw = draw;
  }

  /** A short time with its unit, often a round one so that moments meet. */
  String time() {
    return switch (draw.weighted(5, 40, 30, 15, 10)) {
      case 0 -> draw.below(900) + "ns";
      case 1 -> 10 * draw.between(1, 100) + "us";
      case 2 -> 100 * draw.between(1, 20) + "us";
      case 3 -> draw.between(1, 999) + "us";
      default -> draw.between(1, 12) + "ms";
    };
  }

  /** A latency that is drawn from something. */
  Object latency() {
    return switch (draw.weighted(30, 12, 14, 14, 12, 10)) {
      case 0 -> time();
      case 1 -> draw.of("nvme", "sata-ssd", "hdd-7200");
      case 2 -> Flow.map("fixed", time());
      case 3 -> uniform();
      case 4 -> lognormal();
      default -> mixture();
    };
  }

  /** A latency for all operations, or one for some of each. */
  Object profile() {
    if (draw.chance(65)) {
      return latency();
    }
    Map<String, Object> each = Flow.map("read", latency());
    if (draw.chance(80)) {
      each.put("write", latency());
    }
    if (draw.chance(60)) {
      each.put("flush", latency());
    }
    return each;
  }

  private Map<String, Object> uniform() {
    int low = draw.below(500);
    return Flow.map("uniform", Flow.list(low + "us", low + draw.below(900) + "us"));
  }

  private Map<String, Object> lognormal() {
    int median = draw.between(1, 300);
    return Flow.map(
        "lognormal", Flow.map("median", median + "us", "p99", median + draw.below(1000) + "us"));
  }

  private Map<String, Object> mixture() {
    Map<String, Object> rare = draw.chance(50) ? uniform() : Flow.map("fixed", time());
    Map<String, Object> often = draw.chance(50) ? lognormal() : Flow.map("fixed", time());
    int percent = draw.between(1, 99);
    rare.put("weight", percent + "%");
    often.put("weight", (100 - percent) + "%");
    return Flow.map("mixture", Flow.list(rare, often));
  }
}
