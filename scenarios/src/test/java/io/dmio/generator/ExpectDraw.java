package io.dmio.generator;

import io.dmio.generator.RegionDraw.Region;
import java.util.List;
import java.util.Map;

/** Draws what is expected, which need not come about. */
final class ExpectDraw {

  private static final int MOST_REGIONS = 64;

  private final Draft draft;
  private final Draw draw;

  ExpectDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
  }

  /** Of a call. */
  Map<String, Object> ofCall(List<Region> regions) {
    boolean bits = !regions.isEmpty() && regions.size() <= MOST_REGIONS;
    return switch (draw.weighted(40, bits ? 20 : 0, bits ? 15 : 0, 10, bits ? 15 : 0)) {
      case 1 -> Flow.map("failed", Flow.list(draw.below(regions.size())));
      case 2 -> Flow.map("error-bits", "0b" + "0".repeat(regions.size()));
      case 3 -> Flow.map("refused", draw.of("multi-region-read", "too-many-regions", "no-pool"));
      case 4 -> Flow.map("bios", Flow.map(draw.of(regions).device().name(), amount()));
      default -> Flow.map("return", draw.of("OK", "OK", "EIO", "EINTR"));
    };
  }

  private Object amount() {
    return draw.chance(50) ? (Object) draw.between(0, 3) : "0-" + draw.between(1, 4);
  }

  /** Of the whole run: rules need not fire, since nobody knows what chance touches. */
  void ofRun(Map<String, Object> scenario, boolean states) {
    Map<String, Object> expect = Flow.map();
    Map<String, Object> fired = Flow.map();
    draft.rules.forEach(rule -> fired.put(rule, Flow.map("at-least", 0)));
    if (!fired.isEmpty()) {
      expect.put("fired", fired);
    }
    if (draw.chance(2)) {
      expect.put("calls", Flow.map("failed", amount()));
    }
    if (draw.chance(2)) {
      String word = draw.of("low-water", "max-waiting");
      expect.put("pools", Flow.map(new FaultDraw(draft).pool(), Flow.map(word, amount())));
    }
    if (draw.chance(2)) {
      String check = draw.of("data", "shape", "error-bits", "calls");
      expect.put("compared", Flow.map(check, Flow.map("at-least", draw.between(1, 20))));
    }
    if (states && draw.chance(30)) {
      expect.put("states", "1-9");
    }
    if (!expect.isEmpty()) {
      scenario.put("expect", expect);
    }
    if (draw.chance(1)) {
      Map<String, Object> skip = Flow.map(draw.of("expect", "usage"), "nobody expects it");
      scenario.put("checks", Flow.map("skip", skip));
    }
  }
}
