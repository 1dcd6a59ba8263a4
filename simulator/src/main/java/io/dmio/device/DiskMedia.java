package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import org.jspecify.annotations.Nullable;

/**
 * What a disk holds, and the only way in which it changes: data moves between it and the memory of
 * bios.
 *
 * <p>It holds the newest, durable or not; what is not durable is known to the cache besides.
 */
public final class DiskMedia {

  private final SectorStore memory;
  private final SectorStore medium;
  private final @Nullable WriteCache cache;
  private @Nullable WriteCache watching;
  private @Nullable UnreadableSectors unreadable;
  private boolean watched;
  private boolean capturing;

  /**
   * Makes a surface.
   *
   * @param memory where the vectors of bios are
   * @param medium what reads see
   * @param cache what of that is not durable; null: nothing
   */
  DiskMedia(SectorStore memory, SectorStore medium, @Nullable WriteCache cache) {
    this.memory = memory;
    this.medium = medium;
    this.cache = cache;
    watching = cache;
    watched = cache != null;
  }

  /** What it holds, at positions in bytes from the disk's begin. */
  SectorStore medium() {
    return medium;
  }

  /** What is not durable; null: nothing ever. */
  @Nullable WriteCache cache() {
    return cache;
  }

  /** From now on changes are only tried: nobody else hears of them. */
  void beginCapture(WriteCache trial) {
    watching = trial;
    capturing = true;
    watched = true;
  }

  /** Changes are real again, and some sectors may be unreadable. */
  void endCapture(UnreadableSectors sectors) {
    watching = cache;
    capturing = false;
    unreadable = sectors.isEmpty() ? null : sectors;
    watched = cache != null || unreadable != null;
  }

  /** Whether what a bio wants to read cannot be read. */
  boolean refuses(Bio bio) {
    return unreadable != null
        && bio.op() == RequestOp.READ
        && unreadable.any(bio.sector(), bio.sector() + Sectors.covering(bio.bytes()));
  }

  /** What a sector holds. */
  public long tag(long sector) {
    return medium.tag(sector);
  }

  /**
   * Overwrites sectors in a row, as one change.
   *
   * @param first the first sector
   * @param tags what they hold then
   * @param offset of the first sector's tag
   * @param count how many sectors
   */
  public void put(long first, long[] tags, int offset, int count) {
    changing(first, first + count);
    medium.writeTags(first, tags, offset, count);
    changed(first, first + count);
  }

  /** Overwrites a sector. */
  public void put(long sector, long tag) {
    changing(sector, sector + 1);
    medium.setTag(sector, tag);
    changed(sector, sector + 1);
  }

  /**
   * Moves a part of a bio's data to the medium.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param sector where the byte {@code from} goes
   */
  public void store(Bio bio, int from, int to, long sector) {
    bytesChanging(sector, to - from);
    move(bio, from, to, medium, Sectors.toBytes(sector), true);
    bytesChanged(sector, to - from);
  }

  /**
   * Moves sectors into a part of a bio's memory.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param sector from where the byte {@code from} comes
   */
  public void load(Bio bio, int from, int to, long sector) {
    move(bio, from, to, medium, Sectors.toBytes(sector), false);
  }

  /** Overwrites with zeroes, {@code bytes} from the begin of a sector on. */
  public void zero(long sector, int bytes) {
    bytesChanging(sector, bytes);
    medium.zero(Sectors.toBytes(sector), bytes);
    bytesChanged(sector, bytes);
  }

  private void bytesChanging(long first, int bytes) {
    if (watching != null) {
      changing(first, endOf(first, bytes));
    }
  }

  private void bytesChanged(long first, int bytes) {
    if (watched) {
      changed(first, endOf(first, bytes));
    }
  }

  private static long endOf(long first, int bytes) {
    return first + Sectors.covering(bytes);
  }

  private void changing(long first, long end) {
    if (watching != null && first < end) {
      watching.changing(first, end);
    }
  }

  private void changed(long first, long end) {
    if (watched && first < end) {
      reportChange(first, end);
    }
  }

  private void reportChange(long first, long end) {
    if (watching != null) {
      watching.changed(first, end);
    }
    if (unreadable != null && !capturing) {
      unreadable.heal(first, end);
    }
  }

  /**
   * Copies a part of a bio's data out of its memory.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param position where the byte {@code from} goes in the target
   */
  public void copyOut(Bio bio, int from, int to, SectorStore target, long position) {
    move(bio, from, to, target, position, true);
  }

  /**
   * Copies into a part of a bio's memory what the disk does not hold.
   *
   * @param from first byte of the bio's data
   * @param to behind its last byte
   * @param position from where the byte {@code from} comes in the source
   */
  public void copyIn(Bio bio, int from, int to, SectorStore source, long position) {
    move(bio, from, to, source, position, false);
  }

  // The last vector stands behind the loop: mostly it is the only one, and nothing of the loop has
  // to be kept over its copying.
  private void move(
      Bio bio, int from, int to, SectorStore other, long positionOfFrom, boolean out) {
    long position = positionOfFrom - from;
    int first = from;
    int begin = 0;
    int vec = 0;
    int end = bio.vecLength(0);
    while (end < to) {
      if (first < end) {
        long address = bio.vecAddress(vec) + (first - begin);
        copy(address, other, position + first, end - first, out);
        first = end;
      }
      begin = end;
      end += bio.vecLength(++vec);
    }
    copy(bio.vecAddress(vec) + (first - begin), other, position + first, to - first, out);
  }

  private void copy(long address, SectorStore other, long position, int length, boolean out) {
    if (out) {
      other.copyFrom(memory, address, position, length);
    } else {
      memory.copyFrom(other, position, address, length);
    }
  }
}
