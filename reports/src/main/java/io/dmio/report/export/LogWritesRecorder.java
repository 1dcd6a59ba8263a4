package io.dmio.report.export;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.files.FileContent;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Logs what is written to each device as dm's target log-writes does (kernel documentation,
 * device-mapper/log-writes): a write is kept when it completes, whatever its status; a flush takes
 * what is kept when it is submitted, and logs it when it completes; a write with FUA is logged when
 * it completes; discards count as writes. At the end the rest is logged, and a mark.
 *
 * <p>Needs the content of writes, which is read from the host's memory when they complete, and goes
 * to a temporary file: a log may be larger than memory, and begins with the number of its entries.
 */
public final class LogWritesRecorder implements RunListener, AutoCloseable {

  private final SpillFile spill = new SpillFile(Path.of(System.getProperty("java.io.tmpdir")));
  private final Map<Integer, LogWritesDevice> logs = new TreeMap<>();

  /** What went wrong with the file; a run cannot be told, and goes on. */
  private @Nullable IOException trouble;

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
    if (bio.op() == RequestOp.READ || trouble != null) {
      return;
    }
    try {
      logOf(device).completed(bio, flags, memory);
    } catch (IOException e) {
      trouble = e;
    }
  }

  /**
   * The log of each device of a run.
   *
   * @throws UncheckedIOException if the temporary file could not be made or written
   */
  public SortedMap<String, FileContent> files(RunResult result) {
    if (trouble != null) {
      throw new UncheckedIOException(trouble);
    }
    SortedMap<String, FileContent> files = new TreeMap<>();
    for (int device = 0; device < result.devices().size(); device++) {
      LogWritesDevice log = logOf(device);
      String name = result.devices().get(device).name();
      files.put(name + ".log-writes", log::writeTo);
    }
    return files;
  }

  /** Gives up what was logged. */
  @Override
  public void close() throws IOException {
    spill.close();
  }

  private LogWritesDevice logOf(int device) {
    return logs.computeIfAbsent(device, number -> new LogWritesDevice(spill));
  }
}
