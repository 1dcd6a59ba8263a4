package io.dmio.formats;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a blktrace file of version 7, of either byte order. Its requests are what was queued (Q).
 *
 * <p>Version 8, of kernels from the end of 2025 on, is refused by name.
 */
public final class BlktraceReader {

  private static final int MAGIC_MASK = 0xffffff00;
  private static final int NEWER = 8;

  private BlktraceReader() {}

  /** The requests of a file. */
  public static Trace read(byte[] file) throws MalformedTraceException {
    TraceBuilder trace = new TraceBuilder(false);
    long first = -1;
    List<Integer> offsets = new ArrayList<>();
    List<BlktraceEvent> events = events(file, offsets);
    for (int i = 0; i < events.size(); i++) {
      BlktraceEvent event = events.get(i);
      if (event.is(BlktraceEvent.NOTIFY)) {
        trace.skip("notes");
      } else if (event.act() != BlktraceEvent.QUEUE) {
        trace.skip("events that are not queued requests");
        if (event.act() == BlktraceEvent.REMAP) {
          trace.remap();
        }
      } else {
        first = first < 0 ? event.nanos() : first;
        warnOfFlags(event, trace);
        trace.add(request(event, Math.max(0, event.nanos() - first)), offsets.get(i));
      }
    }
    return trace.build();
  }

  /** All records of a file. */
  static List<BlktraceEvent> events(byte[] file) throws MalformedTraceException {
    return events(file, new ArrayList<>());
  }

  private static List<BlktraceEvent> events(byte[] file, List<Integer> offsets)
      throws MalformedTraceException {
    List<BlktraceEvent> events = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (file.length == 0) {
      throw MalformedTraceException.at(0, "the file is empty; expected blktrace's records");
    }
    while (bytes.hasRemaining()) {
      int offset = bytes.position();
      try {
        events.add(next(bytes, offset));
        offsets.add(offset);
      } catch (BufferUnderflowException cut) {
        throw MalformedTraceException.at(offset, "the file ends inside this record");
      }
    }
    return events;
  }

  private static BlktraceEvent next(ByteBuffer bytes, int offset) throws MalformedTraceException {
    checkMagic(bytes, offset);
    bytes.getInt();
    long nanos = bytes.getLong();
    long sector = bytes.getLong();
    long length = Integer.toUnsignedLong(bytes.getInt());
    int action = bytes.getInt();
    bytes.getInt();
    int device = bytes.getInt();
    bytes.getInt();
    int error = -bytes.getShort();
    byte[] payload = new byte[Short.toUnsignedInt(bytes.getShort())];
    bytes.get(payload);
    if (nanos < 0 || sector < 0 || sector > Long.MAX_VALUE >>> 9) {
      throw MalformedTraceException.at(offset, "a time or sector that no disk can have");
    }
    return new BlktraceEvent(
        nanos, sector, length, action & 0xffff, action >>> 16, device, error, payload);
  }

  private static void checkMagic(ByteBuffer bytes, int offset) throws MalformedTraceException {
    int magic = bytes.getInt();
    if (offset == 0 && (magic & MAGIC_MASK) != BlktraceEvent.MAGIC) {
      bytes.order(ByteOrder.BIG_ENDIAN);
      magic = Integer.reverseBytes(magic);
    }
    if ((magic & MAGIC_MASK) != BlktraceEvent.MAGIC) {
      throw MalformedTraceException.at(
          offset, String.format("no record of blktrace begins with 0x%08x", magic));
    }
    int version = magic & ~MAGIC_MASK;
    if (version == NEWER) {
      throw MalformedTraceException.at(
          offset, "a file of blktrace version 8; only version 7 is read: trace with blktrace 1.x");
    }
    if (version != BlktraceEvent.VERSION) {
      throw MalformedTraceException.at(
          offset, "a file of blktrace version " + version + "; only version 7 is read");
    }
  }

  private static void warnOfFlags(BlktraceEvent event, TraceBuilder trace) {
    if (event.bytes() > 0 && (event.is(BlktraceEvent.FLUSH) || event.is(BlktraceEvent.FUA))) {
      trace.warn("writes that flush before (F) or are forced out (FUA) are read as plain writes");
    }
  }

  private static TraceRequest request(BlktraceEvent event, long nanos) {
    boolean flush = event.bytes() == 0 && event.is(BlktraceEvent.FLUSH);
    TraceOp op = TraceOp.READ;
    if (flush) {
      op = TraceOp.FLUSH;
    } else if (event.is(BlktraceEvent.DISCARD)) {
      op = TraceOp.DISCARD;
    } else if (event.is(BlktraceEvent.WRITE)) {
      op = TraceOp.WRITE;
    }
    return new TraceRequest(
        nanos, event.deviceName(), op, Math.multiplyExact(event.sector(), 512L), event.bytes());
  }
}
