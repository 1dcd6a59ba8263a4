package io.dmio.report;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.formats.LogWritesLog;
import io.dmio.formats.LogWritesLog.Entry;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Logs what is written to each device as dm's target log-writes does (kernel documentation,
 * device-mapper/log-writes): a write is kept when it completes, whatever its status; a flush takes
 * what is kept when it is submitted, and logs it when it completes; a write with FUA is logged when
 * it completes; discards count as writes. At the end the rest is logged, and a mark.
 *
 * <p>Needs the content of writes, which is read from the host's memory when they complete.
 */
final class LogWritesRecorder implements RunListener {

  private static final String END_MARK = "dm-log-writes-end";

  private final Map<Integer, Log> logs = new TreeMap<>();

  @Override
  public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {
    // Only bios are logged.
  }

  @Override
  public void bioEnded(
      int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {
    // Logged by what it carries.
  }

  @Override
  public boolean wantsBios() {
    return true;
  }

  @Override
  public void bioSubmitted(int device, Bio bio) {
    if (RequestFlag.PREFLUSH.in(bio.flags())) {
      logOf(device).flushBegins(bio);
    }
  }

  @Override
  public void bioCompleted(int device, Bio bio, int flags, SectorStore memory) {
    if (bio.op() != RequestOp.READ) {
      logOf(device).completed(bio, flags, memory);
    }
  }

  /** The log of each device of a run. */
  SortedMap<String, byte[]> files(RunResult result) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (int device = 0; device < result.devices().size(); device++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      LogWritesLog.write(out, logOf(device).entries());
      files.put(result.devices().get(device).name() + ".log-writes", out.toByteArray());
    }
    return files;
  }

  private Log logOf(int device) {
    return logs.computeIfAbsent(device, number -> new Log());
  }

  /** The log of one device. */
  private static final class Log {

    private final List<Entry> logged = new ArrayList<>();
    private final IdentityHashMap<Bio, List<Entry>> flushes = new IdentityHashMap<>();
    private List<Entry> kept = new ArrayList<>();

    private void flushBegins(Bio flush) {
      flushes.put(flush, kept);
      kept = new ArrayList<>();
    }

    private void completed(Bio bio, int flags, SectorStore memory) {
      List<Entry> flushed = flushes.remove(bio);
      if (flushed != null) {
        logged.addAll(flushed);
      }
      Entry entry = entry(bio, flags, memory);
      boolean atOnce = (entry.flags() & (LogWritesLog.FLUSH | LogWritesLog.FUA)) != 0;
      (atOnce ? logged : kept).add(entry);
    }

    private List<Entry> entries() {
      List<Entry> all = new ArrayList<>(logged);
      all.addAll(kept);
      all.add(Entry.mark(END_MARK));
      return all;
    }

    private static Entry entry(Bio bio, int flags, SectorStore memory) {
      int bits = RequestFlag.PREFLUSH.in(flags) ? LogWritesLog.FLUSH : 0;
      bits |= RequestFlag.FUA.in(flags) ? LogWritesLog.FUA : 0;
      bits |= RequestFlag.META.in(flags) ? LogWritesLog.METADATA : 0;
      bits |= bio.op() == RequestOp.DISCARD ? LogWritesLog.DISCARD : 0;
      boolean discard = bio.op() == RequestOp.DISCARD;
      byte[] data = discard ? new byte[0] : new byte[(int) bio.sectorCount() * 512];
      if (bio.op() == RequestOp.WRITE) {
        read(bio, memory, data);
      }
      return new Entry(bio.bytes() == 0 ? 0 : bio.sector(), bio.sectorCount(), bits, data);
    }

    private static void read(Bio bio, SectorStore memory, byte[] data) {
      int position = 0;
      for (int vec = 0; vec < bio.vecCount(); vec++) {
        memory.read(bio.vecAddress(vec), data, position, bio.vecLength(vec));
        position += bio.vecLength(vec);
      }
    }
  }
}
