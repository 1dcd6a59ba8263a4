package io.dmio.block;

/**
 * The contents of a range of sectors that costs memory only for what was touched.
 *
 * <p>Positions are bytes from the store's begin; sectors are 512 bytes.
 */
public abstract class SectorStore {

  static final int CHUNK_SHIFT = 7;

  /** Sectors in the unit of allocation. */
  static final int CHUNK = 1 << CHUNK_SHIFT;

  private final Tags tags;
  private long changes;

  /** Makes a store whose bytes and tags are translated by {@code tags}. */
  protected SectorStore(Tags tags) {
    this.tags = tags;
  }

  /** Makes an empty store. */
  public static SectorStore create(PayloadMode mode, Tags tags, SectorContent initial) {
    return switch (mode) {
      case TAGS -> new TagStore(tags, initial);
      case BYTES -> new ByteStore(tags, initial);
    };
  }

  /** Grows with every change: as long as it is the same, so is what the store holds. */
  public final long changes() {
    return changes;
  }

  /** The tag of a sector. */
  public abstract long tag(long sector);

  /** Copies the tags of sectors in a row into an array. */
  public void readTags(long first, long[] target, int offset, int count) {
    for (int i = 0; i < count; i++) {
      target[offset + i] = tag(first + i);
    }
  }

  /** The tags of sectors in a row. */
  public long[] tags(long first, int count) {
    long[] tags = new long[count];
    readTags(first, tags, 0, count);
    return tags;
  }

  /** Overwrites a sector. */
  public abstract void setTag(long sector, long tag);

  /**
   * Overwrites sectors in a row with stamps.
   *
   * @param write the write that they are stamps of
   * @param place of the first in that write
   */
  public void stamp(long first, long write, int place, int count) {
    for (int i = 0; i < count; i++) {
      setTag(first + i, Tags.stamp(write, place + i));
    }
  }

  /** Overwrites sectors in a row. */
  public void writeTags(long first, long[] source, int offset, int count) {
    for (int i = 0; i < count; i++) {
      setTag(first + i, source[offset + i]);
    }
  }

  /** Calls for every sector of every chunk that was ever written, in order. */
  public final void forEachTouched(TouchedVisitor visitor) {
    forEachChunk(
        (first, tags) -> {
          for (int i = 0; i < CHUNK; i++) {
            visitor.visit(first + i, tags[i]);
          }
        });
  }

  /** Shows every chunk that was ever written, in order. */
  public abstract void forEachChunk(ChunkVisitor visitor);

  /** Reads bytes. */
  public abstract void read(long position, byte[] target, int offset, int length);

  /** Overwrites bytes. */
  public abstract void write(long position, byte[] source, int offset, int length);

  /** Copies bytes from another store; whole sectors to whole sectors move as such. */
  public void copyFrom(SectorStore source, long sourcePosition, long position, int length) {
    if (length == 0) {
      return;
    }
    if (((sourcePosition | position | length) & (Sectors.SIZE - 1)) == 0) {
      copySectors(
          source,
          Sectors.ofBytes(sourcePosition),
          Sectors.ofBytes(position),
          (int) Sectors.ofBytes(length));
    } else {
      byte[] bytes = new byte[length];
      source.read(sourcePosition, bytes, 0, length);
      write(position, bytes, 0, length);
    }
  }

  /** Overwrites with zeroes. */
  public void zero(long position, int length) {
    if (((position | length) & (Sectors.SIZE - 1)) == 0) {
      long first = Sectors.ofBytes(position);
      long count = Sectors.ofBytes(length);
      for (long sector = first; sector < first + count; sector++) {
        setTag(sector, Tags.ZERO);
      }
    } else {
      write(position, new byte[length], 0, length);
    }
  }

  /** Copies whole sectors, one at least. */
  protected void copySectors(SectorStore source, long from, long to, int count) {
    for (int i = 0; i < count; i++) {
      setTag(to + i, source.tag(from + i));
    }
  }

  /** Something of it is about to be overwritten. */
  protected final void changing() {
    changes++;
  }

  /** Translates between bytes and tags. */
  protected final Tags tags() {
    return tags;
  }

  /** Sees one sector. */
  @FunctionalInterface
  public interface TouchedVisitor {

    /** Sees a sector and its tag. */
    void visit(long sector, long tag);
  }

  /** Sees one chunk. */
  @FunctionalInterface
  public interface ChunkVisitor {

    /** Sees the first sector of a chunk and the tags of all; they are not to be kept or changed. */
    void visit(long first, long[] tags);
  }
}
