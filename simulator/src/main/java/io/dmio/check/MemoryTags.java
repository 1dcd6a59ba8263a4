package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;

/** What the memory of a bio holds, sector by sector in the order of the bio. */
final class MemoryTags {

  private final SectorStore memory;
  private final Tags tags;
  private final byte[] sector = new byte[Sectors.SIZE];

  MemoryTags(SectorStore memory, Tags tags) {
    this.memory = memory;
    this.tags = tags;
  }

  /** Reads the bio's whole sectors into an array that is large enough. */
  void read(Bio bio, long[] into) {
    int position = 0;
    for (int vec = 0; vec < bio.vecCount(); vec++) {
      long address = bio.vecAddress(vec);
      int length = bio.vecLength(vec);
      if (((address | length) & (Sectors.SIZE - 1)) != 0) {
        readBytes(bio, into);
        return;
      }
      int sectors = (int) Sectors.ofBytes(length);
      memory.readTags(Sectors.ofBytes(address), into, position, sectors);
      position += sectors;
    }
  }

  private void readBytes(Bio bio, long[] into) {
    for (int i = 0; i < bio.sectorCount(); i++) {
      int from = i * Sectors.SIZE;
      bio.forEachPiece(
          from,
          from + Sectors.SIZE,
          (address, length, position) -> memory.read(address, sector, position - from, length));
      into[i] = tags.of(sector, 0);
    }
  }
}
