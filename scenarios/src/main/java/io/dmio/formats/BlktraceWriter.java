package io.dmio.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Writes a blktrace file of version 7, the one that {@code blkparse}, {@code btt} and {@code fio}
 * read. Little-endian, one CPU.
 *
 * <p>Times are to ascend. Errors are errnos, positive here and negative in the file, as the kernel
 * has them.
 */
public final class BlktraceWriter implements BlockTrace, Closeable {

  /** More does not fit into a record; only discards are so long. */
  private static final long MOST_BYTES = 0xffff_fe00L;

  private static final int NO_PROCESS = 0;

  private final OutputStream out;
  private int sequence;

  /** Begins a file, whose times count from 0. */
  public BlktraceWriter(OutputStream out) throws IOException {
    this.out = out;
    notify(BlktraceEvent.NOTIFY_TIMESTAMP, new byte[8]);
  }

  @Override
  public void process(String name) throws IOException {
    notify(BlktraceEvent.NOTIFY_PROCESS, text(name));
  }

  @Override
  public void message(String text) throws IOException {
    notify(BlktraceEvent.NOTIFY_MESSAGE, text(text));
  }

  @Override
  public void queue(long nanos, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    event(nanos, BlktraceEvent.QUEUE, BlktraceEvent.QUEUED, device, sector, bytes, flags);
  }

  @Override
  public void remap(
      long nanos,
      int device,
      long sector,
      long bytes,
      Set<Flag> flags,
      int fromDevice,
      long fromSector)
      throws IOException {
    byte[] payload =
        ByteBuffer.allocate(16).putInt(fromDevice).putInt(device).putLong(fromSector).array();
    int categories = BlktraceEvent.QUEUED | bits(flags);
    write(
        new BlktraceEvent(
            nanos, sector, bytes, BlktraceEvent.REMAP, categories, device, 0, payload));
  }

  @Override
  public void insert(long nanos, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    event(nanos, BlktraceEvent.GET, BlktraceEvent.QUEUED, device, sector, bytes, flags);
    event(
        nanos,
        BlktraceEvent.INSERT,
        BlktraceEvent.QUEUED | BlktraceEvent.FS,
        device,
        sector,
        bytes,
        flags);
  }

  @Override
  public void issue(long nanos, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    int categories = BlktraceEvent.ISSUED | BlktraceEvent.FS;
    event(nanos, BlktraceEvent.ISSUE, categories, device, sector, bytes, flags);
  }

  @Override
  public void complete(long nanos, int device, long sector, long bytes, Set<Flag> flags, int errno)
      throws IOException {
    int categories = BlktraceEvent.COMPLETED | BlktraceEvent.FS | bits(flags);
    write(
        new BlktraceEvent(
            nanos, sector, bytes, BlktraceEvent.COMPLETE, categories, device, errno, new byte[0]));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void event(
      long nanos, int act, int categories, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    int all = categories | bits(flags);
    write(new BlktraceEvent(nanos, sector, bytes, act, all, device, 0, new byte[0]));
  }

  private void notify(int act, byte[] payload) throws IOException {
    write(new BlktraceEvent(0, 0, 0, act, BlktraceEvent.NOTIFY, 0, 0, payload));
  }

  private void write(BlktraceEvent event) throws IOException {
    ByteBuffer record =
        ByteBuffer.allocate(BlktraceEvent.SIZE + event.payload().length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(BlktraceEvent.MAGIC | BlktraceEvent.VERSION)
            .putInt(++sequence)
            .putLong(event.nanos())
            .putLong(event.sector())
            .putInt((int) Math.min(event.bytes(), MOST_BYTES))
            .putInt(event.categories() << 16 | event.act())
            .putInt(NO_PROCESS)
            .putInt(event.device())
            .putInt(0)
            .putShort((short) -event.error())
            .putShort((short) event.payload().length)
            .put(event.payload());
    out.write(record.array());
  }

  private static int bits(Set<Flag> flags) {
    int bits = 0;
    for (Flag flag : flags) {
      bits |= flag.bit();
    }
    return bits;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
