package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;

/**
 * What a disk holds, and the only way in which it changes: data moves between it and the memory of
 * bios.
 */
public final class Surface {

  private final SectorStore memory;
  private final SectorStore medium;

  Surface(SectorStore memory, SectorStore medium) {
    this.memory = memory;
    this.medium = medium;
  }

  /** What it holds, at positions in bytes from the disk's begin. */
  SectorStore medium() {
    return medium;
  }

  /** What a sector holds. */
  public long tag(long sector) {
    return medium.tag(sector);
  }

  /** Overwrites a sector. */
  public void put(long sector, long tag) {
    medium.setTag(sector, tag);
  }

  /**
   * Moves a part of a bio's data to the medium.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param sector where the byte {@code from} goes
   */
  public void store(Bio bio, int from, int to, long sector) {
    move(bio, from, to, sector, true);
  }

  /**
   * Moves sectors into a part of a bio's memory.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param sector from where the byte {@code from} comes
   */
  public void load(Bio bio, int from, int to, long sector) {
    move(bio, from, to, sector, false);
  }

  /** Overwrites with zeroes, {@code bytes} from the begin of a sector on. */
  public void zero(long sector, int bytes) {
    medium.zero(Sectors.toBytes(sector), bytes);
  }

  /**
   * Copies a part of a bio's data out of its memory.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param position where the byte {@code from} goes in the target
   */
  public void copyOut(Bio bio, int from, int to, SectorStore target, long position) {
    bio.forEachPiece(
        from,
        to,
        (address, length, at) -> target.copyFrom(memory, address, position + at - from, length));
  }

  /**
   * Copies into a part of a bio's memory what the disk does not hold.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param position from where the byte {@code from} comes in the source
   */
  public void copyIn(Bio bio, int from, int to, SectorStore source, long position) {
    bio.forEachPiece(
        from,
        to,
        (address, length, at) -> memory.copyFrom(source, position + at - from, address, length));
  }

  private void move(Bio bio, int from, int to, long sector, boolean store) {
    long position = Sectors.toBytes(sector) - from;
    int begin = 0;
    for (int vec = 0; begin < to; vec++) {
      int end = begin + bio.vecLength(vec);
      int first = Math.max(begin, from);
      int length = Math.min(end, to) - first;
      if (length > 0) {
        long address = bio.vecAddress(vec) + (first - begin);
        if (store) {
          medium.copyFrom(memory, address, position + first, length);
        } else {
          memory.copyFrom(medium, position + first, address, length);
        }
      }
      begin = end;
    }
  }
}
