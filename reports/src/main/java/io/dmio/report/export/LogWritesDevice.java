package io.dmio.report.export;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.formats.LogWritesLog;
import io.dmio.formats.LogWritesLog.Entry;
import io.dmio.model.LongTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.IdentityHashMap;

/** The log of one device. In memory is only where the data of its entries stands. */
final class LogWritesDevice {

  private static final String END_MARK = "dm-log-writes-end";
  private static final int SECTOR = 0;
  private static final int SECTORS = 1;
  private static final int FLAGS = 2;
  private static final int POSITION = 3;
  private static final int LENGTH = 4;
  private static final int NEXT = 5;

  private final LongTable entries = new LongTable(6);
  private final SpillFile spill;
  private final Chain logged = new Chain();
  private final IdentityHashMap<Bio, Chain> flushes = new IdentityHashMap<>();
  private Chain kept = new Chain();

  /** An empty log, whose data goes where that of others may go as well. */
  LogWritesDevice(SpillFile spill) {
    this.spill = spill;
  }

  /** A flush takes what is kept. */
  void flushBegins(Bio flush) {
    flushes.put(flush, kept);
    kept = new Chain();
  }

  /** Anything but a read has completed. */
  void completed(Bio bio, int flags, SectorStore memory) throws IOException {
    Chain flushed = flushes.remove(bio);
    if (flushed != null) {
      logged.append(flushed);
    }
    int entry = add(bio, flags, memory);
    boolean atOnce = (entries.get(entry, FLAGS) & (LogWritesLog.FLUSH | LogWritesLog.FUA)) != 0;
    (atOnce ? logged : kept).append(entry);
  }

  /** Writes the log: what was logged, what is still kept, and a mark. */
  void writeTo(OutputStream out) throws IOException {
    LogWritesLog.begin(out, logged.length + kept.length + 1L);
    write(out, logged);
    write(out, kept);
    LogWritesLog.write(out, Entry.mark(END_MARK));
  }

  private void write(OutputStream out, Chain chain) throws IOException {
    for (int row = chain.first; row >= 0; row = entries.getInt(row, NEXT)) {
      byte[] data = spill.read(entries.get(row, POSITION), entries.getInt(row, LENGTH));
      int flags = entries.getInt(row, FLAGS);
      LogWritesLog.write(
          out, new Entry(entries.get(row, SECTOR), entries.get(row, SECTORS), flags, data));
    }
  }

  private int add(Bio bio, int flags, SectorStore memory) throws IOException {
    byte[] data = data(bio, memory);
    int row = entries.add();
    entries.set(row, SECTOR, bio.bytes() == 0 ? 0 : bio.sector());
    entries.set(row, SECTORS, bio.sectorCount());
    entries.set(row, FLAGS, bits(bio, flags));
    entries.set(row, POSITION, spill.add(data));
    entries.set(row, LENGTH, data.length);
    entries.set(row, NEXT, -1);
    return row;
  }

  private static int bits(Bio bio, int flags) {
    int bits = RequestFlag.PREFLUSH.in(flags) ? LogWritesLog.FLUSH : 0;
    bits |= RequestFlag.FUA.in(flags) ? LogWritesLog.FUA : 0;
    bits |= RequestFlag.META.in(flags) ? LogWritesLog.METADATA : 0;
    return bits | (bio.op() == RequestOp.DISCARD ? LogWritesLog.DISCARD : 0);
  }

  private static byte[] data(Bio bio, SectorStore memory) {
    boolean discard = bio.op() == RequestOp.DISCARD;
    byte[] data = discard ? new byte[0] : new byte[(int) bio.sectorCount() * 512];
    int position = 0;
    for (int vec = 0; bio.op() == RequestOp.WRITE && vec < bio.vecCount(); vec++) {
      memory.read(bio.vecAddress(vec), data, position, bio.vecLength(vec));
      position += bio.vecLength(vec);
    }
    return data;
  }

  /** Entries in a row, each of which knows the next. */
  private final class Chain {

    private int first = -1;
    private int last = -1;
    private int length;

    private void append(int entry) {
      append(entry, entry, 1);
    }

    private void append(Chain other) {
      if (other.length > 0) {
        append(other.first, other.last, other.length);
      }
    }

    private void append(int from, int to, int count) {
      if (last < 0) {
        first = from;
      } else {
        entries.set(last, NEXT, from);
      }
      last = to;
      length += count;
    }
  }
}
