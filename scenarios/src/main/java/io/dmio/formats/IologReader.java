package io.dmio.formats;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads an iolog of fio, version 2 or 3.
 *
 * <p>What fio does and its manual does not say, observed with fio 3.33: the times of version 3 are
 * microseconds, and a first time of 0 makes fio leave out the delay of the second; the {@code wait}
 * of version 2 is in milliseconds from the begin of the job. Read so here, with a warning each.
 */
public final class IologReader {

  private static final String HEADER = "fio version ";
  private static final List<String> FILE_ACTIONS = List.of("add", "open", "close");
  private static final SortedMap<String, TraceOp> OPS = ops();

  private final Lines lines;
  private final TraceBuilder trace = new TraceBuilder(true);
  private int version;
  private long waitedNanos;
  private long firstNanos = -1;

  private IologReader(String text) {
    lines = new Lines(text);
  }

  /** The requests of a file. */
  public static Trace read(String text) throws MalformedTraceException {
    IologReader reader = new IologReader(text);
    reader.readHeader();
    while (reader.lines.advance()) {
      reader.readLine();
    }
    return reader.trace.build();
  }

  private void readHeader() throws MalformedTraceException {
    if (!lines.advance() || !lines.line().startsWith(HEADER)) {
      throw MalformedTraceException.inLine(
          1, "expected 'fio version 2 iolog' or 'fio version 3 iolog'");
    }
    String[] words = lines.words();
    boolean named = words.length == 4 && words[3].equals("iolog");
    version = named && words[2].equals("2") ? 2 : 3;
    if (!named || !(words[2].equals("2") || words[2].equals("3"))) {
      throw lines.wrong("'" + lines.line() + "'; only the versions 2 and 3 of iologs are read");
    }
  }

  private void readLine() throws MalformedTraceException {
    String[] words = lines.words();
    int at = version == 3 ? 1 : 0;
    if (words.length < at + 2) {
      throw lines.wrong("'" + lines.line() + "'; expected a file and an action");
    }
    long nanos = version == 3 ? timeOf(words[0]) : waitedNanos;
    String file = words[at];
    String action = words[at + 1];
    if (FILE_ACTIONS.contains(action)) {
      trace.skip("actions on files (add, open, close)");
    } else if (action.equals("wait") && version == 2) {
      trace.warn("the waits of version 2 are read as fio acts: milliseconds from the job's begin");
      waitedNanos = lines.scaled(operand(words, at + 2), 1_000_000L, "wait");
    } else {
      trace.add(request(nanos, file, action, words, at + 2), lines.number());
    }
  }

  private TraceRequest request(long nanos, String file, String action, String[] words, int at)
      throws MalformedTraceException {
    TraceOp op = OPS.get(action);
    if (op == null) {
      throw lines.wrong("unknown action '" + action + "'; there are " + OPS.keySet());
    }
    if (op == TraceOp.FLUSH) {
      return new TraceRequest(nanos, file, op, 0, 0);
    }
    long offset = lines.number(operand(words, at), "offset in bytes");
    long bytes = lines.number(operand(words, at + 1), "length in bytes");
    return new TraceRequest(nanos, file, op, offset, bytes);
  }

  private long timeOf(String word) throws MalformedTraceException {
    long nanos = lines.scaled(word, 1_000L, "time in microseconds");
    if (firstNanos < 0) {
      firstNanos = nanos;
    }
    if (nanos < firstNanos) {
      throw lines.wrong("the time " + word + " is before the first one");
    }
    return nanos - firstNanos;
  }

  private String operand(String[] words, int at) throws MalformedTraceException {
    if (at >= words.length) {
      throw lines.wrong("'" + lines.line() + "' ends too early; expected offset and length");
    }
    return words[at];
  }

  private static SortedMap<String, TraceOp> ops() {
    SortedMap<String, TraceOp> ops = new TreeMap<>();
    ops.put("read", TraceOp.READ);
    ops.put("write", TraceOp.WRITE);
    ops.put("trim", TraceOp.DISCARD);
    ops.put("sync", TraceOp.FLUSH);
    ops.put("datasync", TraceOp.FLUSH);
    return Collections.unmodifiableSortedMap(ops);
  }
}
