package io.dmio.generator;

import java.util.Map;
import java.util.Set;

/** Draws disks. */
final class DiskDraw {

  private static final int SECTOR = 512;
  private static final int PAGE_SECTORS = 8;

  private final Draft draft;
  private final Draw draw;
  private final TimeDraw times;

  DiskDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    times = new TimeDraw(draw);
  }

  /** A disk, which can be named from here on. */
  Map<String, Object> disk(String name) {
    boolean large = draw.chance(8);
    int block = large ? PAGE_SECTORS : 1;
    long sectors =
        draw.chance(60) ? draw.between(2, 40) * 16L : draw.between(1, 300) * (long) PAGE_SECTORS;
    boolean cached = draw.chance(draft.mood.caches);
    boolean holds = draw.chance(draft.mood.outside / 3);
    Map<String, Object> disk =
        Flow.map("size", draw.chance(20) ? (sectors / 8) * 4 + "KiB" : sectors * SECTOR + "B");
    if (draw.chance(15)) {
      disk.put("content", draw.chance(80) ? Flow.map("pattern", draw.below(9)) : "zero");
    }
    if (draft.contrast) {
      disk.put("latency", cached || draw.chance(40) ? draw.below(30) + "us" : slow());
    } else if (draw.chance(draft.mood.latency)) {
      disk.put("latency", times.profile());
    }
    if (draw.chance(20)) {
      disk.put("queue-depth", draw.between(1, 4));
    }
    if (draw.chance(35)) {
      disk.put("driver", draw.of("bio", "request", "request"));
    }
    limits(disk, large);
    if (holds) {
      disk.put("hold", draw.of("fifo", "lifo"));
    }
    cache(disk, cached, block);
    draft.devices.add(new Draft.Device(name, sectors, block, cached, holds, Set.of(name)));
    return disk;
  }

  private Object slow() {
    int most = 100 * draw.between(3, 30);
    return draw.chance(50)
        ? most + "us"
        : Flow.map("uniform", Flow.list(draw.below(300) + "us", most + "us"));
  }

  private void limits(Map<String, Object> disk, boolean large) {
    Map<String, Object> limits = Flow.map();
    if (draw.chance(20)) {
      limits.put("max-sectors", draw.of(8, 8, 9, 16, 17, 40, 100));
    }
    if (draw.chance(15)) {
      limits.put("max-segments", draw.of(1, 2, 3, 5, 16));
    }
    if (large) {
      limits.put("logical-block", "4KiB");
    }
    if (draw.chance(15)) {
      limits.put("physical-block", draw.of("4KiB", "4096B", "8KiB"));
    }
    if (draft.linux && draw.chance(55)) {
      limits.put("max-discard-sectors", draw.of(0, 1, 8, 24, 100, 4096));
    }
    if (draft.linux && draw.chance(55)) {
      limits.put("max-write-zeroes-sectors", draw.of(0, 1, 8, 24, 100, 4096));
    }
    if (!limits.isEmpty()) {
      disk.put("limits", limits);
    }
  }

  private void cache(Map<String, Object> disk, boolean cached, int block) {
    boolean atomic = draw.chance(20);
    if (atomic) {
      disk.put("atomic-write-unit", block > 1 ? "4KiB" : draw.of("512B", "1KiB", "4KiB"));
    }
    if (cached) {
      Map<String, Object> cache = Flow.map("mode", "write-back");
      if (draw.chance(30)) {
        cache.put("size", draw.of("4KiB", "6656B", "16KiB", "64KiB"));
      }
      if (draw.chance(40)) {
        cache.put("fua", draw.chance(40));
      }
      disk.put("cache", cache);
    } else if (draw.chance(10)) {
      disk.put("cache", Flow.map("mode", draw.of("none", "write-through")));
    }
  }
}
