package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.ledger.Sizes;

/**
 * What the memory of a bio holds, sector by sector in the order of the bio.
 *
 * <p>The bios of a call to several regions carry the same memory one right after the other: it is
 * read once for all that come before anything in memory has changed.
 */
final class MemoryTags {

  private final SectorStore memory;
  private final Tags tags;
  private final byte[] sector = new byte[Sizes.SECTOR];

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
    assert bio.vecCount() > 0 : "bio " + bio.number() + " has no memory";
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
      return memory.tags(Sizes.sectors(bio.vecAddress(0)), (int) Sizes.sectors(bio.bytes()));
    }
    long[] all = new long[(int) Sizes.sectors(bio.bytes())];
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
      int sectors = (int) Sizes.sectors(length);
      memory.readTags(Sizes.sectors(address), into, position, sectors);
      position += sectors;
    }
  }

  private static boolean isAligned(long address, int length) {
    return ((address | length) & (Sizes.SECTOR - 1)) == 0;
  }

  private void readBytes(Bio bio, long[] into) {
    for (int i = 0; i < Sizes.sectors(bio.bytes()); i++) {
      int from = i * Sizes.SECTOR;
      bio.forEachPiece(
          from,
          from + Sizes.SECTOR,
          (address, length, position) -> memory.read(address, sector, position - from, length));
      into[i] = tags.of(sector, 0);
    }
  }
}
