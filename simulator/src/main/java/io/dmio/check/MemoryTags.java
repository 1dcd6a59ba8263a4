package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;

/** What the memory of a bio holds, sector by sector in the order of the bio. */
final class MemoryTags implements Bio.PieceVisitor {

  private final SectorStore memory;
  private final Tags tags;
  private final byte[] sector = new byte[Sectors.SIZE];
  private long[] target = {};
  private boolean aligned;

  MemoryTags(SectorStore memory, Tags tags) {
    this.memory = memory;
    this.tags = tags;
  }

  /** Reads the bio's whole sectors into an array that is large enough. */
  void read(Bio bio, long[] into) {
    target = into;
    aligned = true;
    bio.forEachPiece(0, (int) Sectors.toBytes(bio.sectorCount()), this);
    if (!aligned) {
      readBytes(bio, into);
    }
  }

  @Override
  public void visit(long address, int length, int position) {
    if (((address | length | position) & (Sectors.SIZE - 1)) == 0) {
      memory.readTags(
          Sectors.ofBytes(address),
          target,
          (int) Sectors.ofBytes(position),
          (int) Sectors.ofBytes(length));
    } else {
      aligned = false;
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
