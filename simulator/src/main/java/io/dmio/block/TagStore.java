package io.dmio.block;

/** A store of tags. */
final class TagStore extends SectorStore {

  private final ChunkMap<long[]> chunks = new ChunkMap<>();
  private final SectorContent initial;

  TagStore(Tags tags, SectorContent initial) {
    super(tags);
    this.initial = initial;
  }

  @Override
  public long tag(long sector) {
    long[] chunk = chunks.get(sector >>> CHUNK_SHIFT);
    return chunk == null ? initial.tag(sector) : chunk[indexOf(sector)];
  }

  // Here and in copySectors, which every bio comes through, the last part stands behind the loop:
  // mostly it is the only one, and nothing of the loop has to be kept over its copying.
  @Override
  public void readTags(long first, long[] target, int offset, int count) {
    int done = 0;
    for (int room = roomAt(first); room < count - done; room = CHUNK) {
      readChunk(first + done, target, offset + done, room);
      done += room;
    }
    readChunk(first + done, target, offset + done, count - done);
  }

  @Override
  public long[] tags(long first, int count) {
    long[] chunk = chunks.get(first >>> CHUNK_SHIFT);
    if (chunk == null || count > roomAt(first)) {
      return super.tags(first, count);
    }
    long[] tags = new long[count];
    System.arraycopy(chunk, indexOf(first), tags, 0, count);
    return tags;
  }

  @Override
  public void writeTags(long first, long[] source, int offset, int count) {
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, roomAt(first + done));
      System.arraycopy(source, offset + done, chunk(first + done), indexOf(first + done), part);
      done += part;
    }
  }

  @Override
  public void stamp(long first, long write, int place, int count) {
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, roomAt(first + done));
      stampChunk(first + done, Tags.stamp(write, place + done), part);
      done += part;
    }
  }

  @Override
  public void setTag(long sector, long tag) {
    chunk(sector)[indexOf(sector)] = tag;
  }

  @Override
  public void forEachChunk(ChunkVisitor visitor) {
    chunks.forEach((number, chunk) -> visitor.visit(number << CHUNK_SHIFT, chunk));
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) {
    byte[] sectorBytes = new byte[Sectors.SIZE];
    int done = 0;
    while (done < length) {
      int within = (int) (position + done) & (Sectors.SIZE - 1);
      int part = Math.min(Sectors.SIZE - within, length - done);
      tags().expand(tag(Sectors.ofBytes(position + done)), sectorBytes, 0);
      System.arraycopy(sectorBytes, within, target, offset + done, part);
      done += part;
    }
  }

  @Override
  public void write(long position, byte[] source, int offset, int length) {
    byte[] sectorBytes = new byte[Sectors.SIZE];
    int done = 0;
    while (done < length) {
      long sector = Sectors.ofBytes(position + done);
      int within = (int) (position + done) & (Sectors.SIZE - 1);
      int part = Math.min(Sectors.SIZE - within, length - done);
      tags().expand(tag(sector), sectorBytes, 0);
      System.arraycopy(source, offset + done, sectorBytes, within, part);
      setTag(sector, tags().of(sectorBytes, 0));
      done += part;
    }
  }

  @Override
  protected void copySectors(SectorStore source, long from, long to, int count) {
    int done = 0;
    for (int room = roomAt(to); room < count - done; room = CHUNK) {
      source.readTags(from + done, chunk(to + done), indexOf(to + done), room);
      done += room;
    }
    source.readTags(from + done, chunk(to + done), indexOf(to + done), count - done);
  }

  private static int indexOf(long sector) {
    return (int) sector & (CHUNK - 1);
  }

  /** Sectors from one on to the end of its chunk. */
  private static int roomAt(long sector) {
    return CHUNK - indexOf(sector);
  }

  /** Overwrites sectors of one chunk with stamps in a row. */
  private void stampChunk(long first, long stamp, int count) {
    long[] chunk = chunk(first);
    int index = indexOf(first);
    for (int i = 0; i < count; i++) {
      chunk[index + i] = stamp + i;
    }
  }

  /** Copies the tags of sectors of one chunk; what was never written stays so. */
  private void readChunk(long first, long[] target, int offset, int count) {
    long[] chunk = chunks.get(first >>> CHUNK_SHIFT);
    if (chunk != null) {
      System.arraycopy(chunk, indexOf(first), target, offset, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      target[offset + i] = initial.tag(first + i);
    }
  }

  /** The chunk of a sector that is about to be overwritten. */
  private long[] chunk(long sector) {
    changing();
    long[] chunk = chunks.get(sector >>> CHUNK_SHIFT);
    return chunk == null ? newChunk(sector) : chunk;
  }

  private long[] newChunk(long sector) {
    long number = sector >>> CHUNK_SHIFT;
    long[] chunk = initial.tags(number << CHUNK_SHIFT, CHUNK);
    chunks.put(number, chunk);
    return chunk;
  }
}
