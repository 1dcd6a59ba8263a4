package io.dmio.fault;

import io.dmio.block.PayloadMode;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.device.DiskMedia;

/** What sectors held before the last write to them, where rules may want it. */
final class OlderContents {

  // No tag of any content: the only one of its kind is that of zeroes.
  private static final long NOTHING = 1;

  private final SectorSet watched = new SectorSet();
  private final SectorStore older;

  OlderContents(Tags tags) {
    older = SectorStore.create(PayloadMode.TAGS, tags, sector -> NOTHING);
  }

  /** Sectors of which it is wanted. */
  void watch(SectorSet sectors) {
    for (int range = 0; range < sectors.ranges(); range++) {
      watched.add(sectors.start(range), sectors.end(range));
    }
  }

  /** Whether it is wanted of any of {@code [first, end)}. */
  boolean watches(long first, long end) {
    return !watched.isEmpty() && watched.count(first, end) > 0;
  }

  /** Sectors are about to be overwritten. */
  void overwriting(long first, long end, DiskMedia media) {
    if (watches(first, end)) {
      for (long sector = first; sector < end; sector++) {
        older.setTag(sector, media.tag(sector));
      }
    }
  }

  /** Whether a sector was ever overwritten. */
  boolean has(long sector) {
    return older.tag(sector) != NOTHING;
  }

  /** What it held before. */
  long tag(long sector) {
    return older.tag(sector);
  }
}
