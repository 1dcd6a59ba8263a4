package io.dmio.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of the dm target log-writes, as {@code replay-log} reads it: a super block, then for each
 * entry a block that describes it and its data. Little-endian; blocks are one sector of 512 bytes.
 */
public final class LogWritesLog {

  /** The flag of a flush. */
  public static final int FLUSH = 1;

  /** The flag of a write that is durable when it ends. */
  public static final int FUA = 1 << 1;

  /** The flag of a discard, which has no data in the log. */
  public static final int DISCARD = 1 << 2;

  /** The flag of a mark, whose text stands in its entry. */
  public static final int MARK = 1 << 3;

  /** The flag of metadata. */
  public static final int METADATA = 1 << 4;

  static final long MAGIC = 0x6a736677736872L;
  static final int SECTOR = 512;
  private static final int ENTRY_WORDS = 32;

  private LogWritesLog() {}

  /**
   * An entry.
   *
   * @param sector the first sector
   * @param sectors how many
   * @param flags bits of the constants here
   * @param data the data of a write, the text of a mark, else empty
   */
  public record Entry(long sector, long sectors, int flags, byte[] data) {

    /** A mark. */
    public static Entry mark(String text) {
      return new Entry(0, 0, MARK, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Begins a log of so many entries, which are to follow. */
  public static void begin(OutputStream out, long entries) throws IOException {
    byte[] first = new byte[SECTOR];
    fields(first).putLong(MAGIC).putLong(1).putLong(entries).putInt(SECTOR);
    out.write(first);
  }

  /** Writes the next entry of a log. */
  public static void write(OutputStream out, Entry entry) throws IOException {
    boolean mark = (entry.flags() & MARK) != 0;
    byte[] block = new byte[SECTOR];
    ByteBuffer head =
        fields(block)
            .putLong(entry.sector())
            .putLong(entry.sectors())
            .putLong(entry.flags())
            .putLong(mark ? entry.data().length : 0);
    if (mark) {
      head.put(entry.data());
    }
    out.write(block);
    if (!mark && (entry.flags() & DISCARD) == 0) {
      out.write(entry.data());
    }
  }

  /** Reads a log. */
  public static List<Entry> read(byte[] file) throws MalformedTraceException {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length < SECTOR || bytes.getLong() != MAGIC) {
      throw MalformedTraceException.at(0, "no super block of log-writes");
    }
    long version = bytes.getLong();
    long count = bytes.getLong();
    int sector = bytes.getInt();
    if (version != 1 || sector != SECTOR) {
      throw MalformedTraceException.at(
          8, "version " + version + " with sectors of " + sector + "; expected 1 and " + SECTOR);
    }
    List<Entry> entries = new ArrayList<>();
    int offset = SECTOR;
    for (long i = 0; i < count; i++) {
      Entry entry = entryAt(bytes, offset);
      entries.add(entry);
      boolean data = (entry.flags() & (MARK | DISCARD)) == 0;
      offset += SECTOR + (data ? entry.data().length : 0);
    }
    return entries;
  }

  private static Entry entryAt(ByteBuffer bytes, int offset) throws MalformedTraceException {
    if (offset + SECTOR > bytes.limit()) {
      throw MalformedTraceException.at(offset, "the file ends where an entry should begin");
    }
    bytes.position(offset);
    long first = bytes.getLong();
    long sectors = bytes.getLong();
    int flags = (int) bytes.getLong();
    long textLength = bytes.getLong();
    boolean mark = (flags & MARK) != 0;
    boolean data = (flags & (MARK | DISCARD)) == 0;
    long length = mark ? textLength : data ? sectors * SECTOR : 0;
    long begin = mark ? offset + ENTRY_WORDS : offset + SECTOR;
    if (sectors < 0 || length < 0 || begin + length > bytes.limit()) {
      throw MalformedTraceException.at(
          offset, "the data of this entry reaches past the file's end");
    }
    byte[] content = new byte[(int) length];
    bytes.position((int) begin);
    bytes.get(content);
    return new Entry(first, sectors, flags, content);
  }

  private static ByteBuffer fields(byte[] block) {
    return ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
  }
}
