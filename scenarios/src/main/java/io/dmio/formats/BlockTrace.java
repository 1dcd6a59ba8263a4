package io.dmio.formats;

import java.io.IOException;
import java.util.Set;

/**
 * Takes what block devices did, as blktrace tells it. Times are to ascend; sectors have 512 bytes.
 * A device is a number made by {@link #device}.
 */
public interface BlockTrace {

  /** What a request does, and how; names of blktrace. */
  enum Flag {
    /** A read. */
    READ(BlktraceEvent.READ),
    /** A write. */
    WRITE(BlktraceEvent.WRITE),
    /** A flush, or a write after one. */
    FLUSH(BlktraceEvent.FLUSH),
    /** Somebody waits for it. */
    SYNC(BlktraceEvent.SYNC),
    /** Read ahead. */
    AHEAD(BlktraceEvent.AHEAD),
    /** Of a file system's metadata. */
    META(BlktraceEvent.META),
    /** A discard. */
    DISCARD(BlktraceEvent.DISCARD),
    /** Durable when it completes. */
    FUA(BlktraceEvent.FUA);

    private final int bit;

    Flag(int bit) {
      this.bit = bit;
    }

    int bit() {
      return bit;
    }
  }

  /** The number of a device. */
  static int device(int major, int minor) {
    return major << 20 | minor;
  }

  /** Names the process that all requests come from. */
  void process(String name) throws IOException;

  /** A text for readers. */
  void message(String text) throws IOException;

  /** A bio is queued (Q). */
  void queue(long nanos, int device, long sector, long bytes, Set<Flag> flags) throws IOException;

  /** A bio to a stacked device goes to the device below (A). */
  void remap(
      long nanos,
      int device,
      long sector,
      long bytes,
      Set<Flag> flags,
      int fromDevice,
      long fromSector)
      throws IOException;

  /** A request is made of a bio and joins the device's queue (G and I). */
  void insert(long nanos, int device, long sector, long bytes, Set<Flag> flags) throws IOException;

  /** A request goes to the driver (D). */
  void issue(long nanos, int device, long sector, long bytes, Set<Flag> flags) throws IOException;

  /**
   * A request has ended (C).
   *
   * @param errno 0, or why it failed
   */
  void complete(long nanos, int device, long sector, long bytes, Set<Flag> flags, int errno)
      throws IOException;
}
