package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.device.DamageListener;

/** What rules have damaged on one disk; tells it, and what is repaired. */
final class DiskDamage {

  private final int device;
  private final DamageListener book;
  private final SectorSet damaged = new SectorSet();

  DiskDamage(int device, DamageListener book) {
    this.device = device;
    this.book = book;
  }

  /** Tells what is wrong after a bio whose data has moved. */
  void tell(Bio bio, DamageList list) {
    for (int row = 0; row < list.size(); row++) {
      long first = list.first(row);
      long sectors = list.sectors(row);
      if (list.isLasting(row)) {
        damaged.add(first, first + sectors);
        book.damaged(device, first, sectors, list.rule(row));
      } else {
        book.misread(device, first, sectors, list.rule(row), bio);
      }
    }
  }

  /** Sectors hold what was last written to them. */
  void rewritten(long first, long end) {
    if (damaged.isEmpty()) {
      return;
    }
    for (int i = damaged.rangeFrom(first); i < damaged.ranges() && damaged.start(i) < end; i++) {
      long from = Math.max(first, damaged.start(i));
      book.repaired(device, from, Math.min(end, damaged.end(i)) - from);
    }
    damaged.remove(first, end);
  }
}
