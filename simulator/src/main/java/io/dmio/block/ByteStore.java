package io.dmio.block;

/** A store of bytes. */
final class ByteStore extends SectorStore {

  private static final int CHUNK_BYTES = CHUNK * Sectors.SIZE;

  private final ChunkMap<byte[]> chunks = new ChunkMap<>();
  private final SectorContent initial;

  ByteStore(Tags tags, SectorContent initial) {
    super(tags);
    this.initial = initial;
  }

  @Override
  public long tag(long sector) {
    byte[] chunk = chunks.get(sector >>> CHUNK_SHIFT);
    return chunk == null ? initial.tag(sector) : tags().of(chunk, offsetOf(sector));
  }

  @Override
  public void setTag(long sector, long tag) {
    tags().expand(tag, chunk(sector), offsetOf(sector));
  }

  @Override
  public void forEachChunk(ChunkVisitor visitor) {
    long[] found = new long[CHUNK];
    chunks.forEach(
        (number, chunk) -> {
          for (int i = 0; i < CHUNK; i++) {
            found[i] = tags().of(chunk, i * Sectors.SIZE);
          }
          visitor.visit(number << CHUNK_SHIFT, found);
        });
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) {
    int done = 0;
    while (done < length) {
      int within = (int) ((position + done) % CHUNK_BYTES);
      int part = Math.min(CHUNK_BYTES - within, length - done);
      long number = Sectors.ofBytes(position + done) >>> CHUNK_SHIFT;
      byte[] chunk = chunks.get(number);
      byte[] bytes = chunk == null ? initialBytes(number) : chunk;
      System.arraycopy(bytes, within, target, offset + done, part);
      done += part;
    }
  }

  @Override
  public void write(long position, byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      int within = (int) ((position + done) % CHUNK_BYTES);
      int part = Math.min(CHUNK_BYTES - within, length - done);
      byte[] chunk = chunk(Sectors.ofBytes(position + done));
      System.arraycopy(source, offset + done, chunk, within, part);
      done += part;
    }
  }

  @Override
  protected void copySectors(SectorStore source, long from, long to, int count) {
    byte[] bytes = new byte[count * Sectors.SIZE];
    source.read(Sectors.toBytes(from), bytes, 0, bytes.length);
    write(Sectors.toBytes(to), bytes, 0, bytes.length);
  }

  /** The chunk of a sector that is about to be overwritten. */
  private byte[] chunk(long sector) {
    changing();
    long number = sector >>> CHUNK_SHIFT;
    byte[] chunk = chunks.get(number);
    if (chunk == null) {
      chunk = initialBytes(number);
      chunks.put(number, chunk);
    }
    return chunk;
  }

  private byte[] initialBytes(long number) {
    byte[] chunk = new byte[CHUNK_BYTES];
    for (int i = 0; i < CHUNK; i++) {
      tags().expand(initial.tag((number << CHUNK_SHIFT) + i), chunk, i * Sectors.SIZE);
    }
    return chunk;
  }

  private static int offsetOf(long sector) {
    return ((int) sector & (CHUNK - 1)) * Sectors.SIZE;
  }
}
