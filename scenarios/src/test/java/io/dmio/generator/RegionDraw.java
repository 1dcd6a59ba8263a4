package io.dmio.generator;

import io.dmio.generator.Draft.Device;
import java.util.ArrayList;
import java.util.List;

/** Draws regions, which meet often. */
final class RegionDraw {

  private final Draft draft;
  private final Draw draw;

  RegionDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
  }

  /** A region. */
  record Region(Device device, long first, long count) {

    String text() {
      return device.name() + "@" + first + "+" + count;
    }

    boolean isPastEnd() {
      return first + count > device.sectors();
    }
  }

  /** A region; odd ones may be empty or reach past the end. */
  Region any() {
    Device device = draft.device();
    if (draw.chance(draft.mood.odd / 3)) {
      return new Region(
          device, Math.max(0, device.sectors() - draw.below(5)), draw.between(0L, 12));
    }
    long count = draw.chance(draft.mood.odd / 2 + 2) ? 0 : length();
    return within(device, count);
  }

  /** A region that is not empty and within its device. */
  Region plain() {
    return within(draft.device(), length());
  }

  private Region within(Device device, long wanted) {
    boolean near = draw.chance(draft.mood.near) && wanted > 0;
    long count = Math.min(near ? draw.between(1L, 9) : wanted, device.sectors());
    long most = device.sectors() - count;
    long first =
        switch (near ? 3 : draw.weighted(35, 45, 20)) {
          case 0 -> 0;
          case 1 -> draw.between(0L, Math.min(most, 24));
          case 3 -> draw.between(0L, Math.min(most, 6));
          default -> draw.between(0L, most);
        };
    boolean aligned = device.block() > 1 && draw.chance(80);
    return aligned
        ? new Region(device, first / 8 * 8, Math.max(8, count / 8 * 8))
        : new Region(device, first, count);
  }

  private long length() {
    return switch (draw.weighted(12, 25, 30, 25, 8)) {
      case 0 -> 1;
      case 1 -> draw.between(1L, 9);
      case 2 -> draw.of(8L, 8L, 16L, 24L);
      case 3 -> draw.between(5L, 48);
      default -> draw.between(40L, 300);
    };
  }

  /** Regions of a write. */
  List<Region> several() {
    int count =
        draw.chance(draft.mood.odd / 3) ? draw.of(0, 5, 17, 64, 65) : draw.weighted(0, 60, 25, 15);
    List<Region> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      regions.add(any());
    }
    return regions;
  }
}
