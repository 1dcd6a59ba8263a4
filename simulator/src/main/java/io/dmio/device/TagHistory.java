package io.dmio.device;

import io.dmio.block.ChunkMap;
import io.dmio.block.SectorStore;

/** What sectors held before they were last overwritten. */
final class TagHistory {

  private static final int CHUNK_SHIFT = 7;
  private static final int CHUNK = 1 << CHUNK_SHIFT;

  private final SectorStore medium;
  private final ChunkMap<long[]> previous = new ChunkMap<>();

  TagHistory(SectorStore medium) {
    this.medium = medium;
  }

  /** What a sector held; one that was never overwritten: what it holds. */
  long previous(long sector) {
    long[] chunk = previous.get(sector >> CHUNK_SHIFT);
    return chunk == null ? medium.tag(sector) : chunk[(int) sector & (CHUNK - 1)];
  }

  /** Sectors are about to be overwritten. */
  void changing(long first, long end) {
    for (long sector = first; sector < end; sector++) {
      long[] chunk = previous.get(sector >> CHUNK_SHIFT);
      if (chunk == null) {
        chunk = new long[CHUNK];
        medium.readTags(sector & -CHUNK, chunk, 0, CHUNK);
        previous.put(sector >> CHUNK_SHIFT, chunk);
      }
      chunk[(int) sector & (CHUNK - 1)] = medium.tag(sector);
    }
  }
}
