package io.dmio.generator;

import java.util.Map;

/** Draws memory of every kind and layout. */
final class MemoryDraw {

  private static final int SECTOR = 512;
  private static final int MOST_VECTORS = 24;

  private final Draft draft;
  private final Draw draw;

  MemoryDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
  }

  /** Memory for so many sectors at least, of which a layout may say more or less. */
  Object memory(long sectors, boolean read) {
    return switch (draw.weighted(20, 30, 20, draft.linux ? 15 : 0, 35)) {
      case 0 -> draw.of("page-list", "bvec", "vm");
      case 1 -> Flow.map("page-list", pages());
      case 2 -> Flow.map("vm", pages());
      case 3 -> draw.chance(40) ? "kmem" : Flow.map("kmem", Flow.map("page-offset", offset()));
      default -> vectors(sectors, read);
    };
  }

  private Map<String, Object> pages() {
    Map<String, Object> pages = Flow.map();
    if (draw.chance(70)) {
      pages.put("page-offset", offset());
    }
    if (draw.chance(40)) {
      pages.put("run", draw.of(1, 2, 3, 16));
    }
    return pages;
  }

  private String offset() {
    return draw.below(8) * SECTOR + "B";
  }

  /** Vectors of whole sectors; some scenarios let those of one read overlap. */
  private Object vectors(long sectors, boolean read) {
    boolean overlap = draw.chance(read ? draft.mood.overlap : draft.mood.overlap / 2);
    long advance = draw.chance(20) ? draw.between(1, 6) : 0;
    long left = Math.max(1, sectors) + advance;
    var vectors = Flow.list();
    for (int i = 0; left > 0; i++) {
      int offset = draw.below(8);
      boolean last = i == MOST_VECTORS - 1 || draw.chance(10);
      long length = last ? left : draw.between(1, draw.chance(60) ? 8 - offset : 20);
      int page = overlap ? draw.below(2) : 3 * i + draw.below(2);
      vectors.add(Flow.list(page, offset * SECTOR + "B", length * SECTOR + "B"));
      left -= length;
    }
    Map<String, Object> memory = Flow.map("bvec", vectors);
    if (advance > 0) {
      memory.put("advance", advance * SECTOR + "B");
    }
    return memory;
  }
}
