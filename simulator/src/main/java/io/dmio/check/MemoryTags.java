package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;

/**
 * What the memory of a bio holds, sector by sector in the order of the bio.
 *
 * <p>The bios of a call to several regions carry the same memory one right after the other: it is
 * read once for all that come before anything in memory has changed.
 */
final class MemoryTags {

  private final SectorStore memory;
  private final Tags tags;
  private final byte[] sector = new byte[Sectors.SIZE];

  private long[] last = {};
  private long lastAddress;
  private int lastBytes;
  private long lastChanges = -1;

  MemoryTags(SectorStore memory, Tags tags) {
    this.memory = memory;
    this.tags = tags;
  }

  /** The bio's whole sectors; nobody may change the array, which others have as well. */
  long[] of(Bio bio) {
    boolean single = bio.vecCount() == 1;
    if (!single || !isLast(bio)) {
      last = readAll(bio);
      lastAddress = bio.vecAddress(0);
      lastBytes = bio.bytes();
      lastChanges = single ? memory.changes() : -1;
    }
    return last;
  }

  private boolean isLast(Bio bio) {
    return lastChanges == memory.changes()
        && lastAddress == bio.vecAddress(0)
        && lastBytes == bio.bytes();
  }

  private long[] readAll(Bio bio) {
    if (bio.vecCount() == 1 && isAligned(bio.vecAddress(0), bio.bytes())) {
      return memory.tags(Sectors.ofBytes(bio.vecAddress(0)), (int) bio.sectorCount());
    }
    long[] all = new long[(int) bio.sectorCount()];
    read(bio, all);
    return all;
  }

  /** Reads the bio's whole sectors into an array that is large enough. */
  void read(Bio bio, long[] into) {
    int position = 0;
    for (int vec = 0; vec < bio.vecCount(); vec++) {
      long address = bio.vecAddress(vec);
      int length = bio.vecLength(vec);
      if (!isAligned(address, length)) {
        readBytes(bio, into);
        return;
      }
      int sectors = (int) Sectors.ofBytes(length);
      memory.readTags(Sectors.ofBytes(address), into, position, sectors);
      position += sectors;
    }
  }

  private static boolean isAligned(long address, int length) {
    return ((address | length) & (Sectors.SIZE - 1)) == 0;
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
