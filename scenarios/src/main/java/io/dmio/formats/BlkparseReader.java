package io.dmio.formats;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code blkparse} prints in its default format, {@code maj,min cpu seq sec.nsec pid ACT
 * RWBS sector + n [process]}. The requests are the lines of queued ones (Q); the summary at the end
 * and other lines are skipped.
 */
public final class BlkparseReader {

  private static final Pattern EVENT =
      Pattern.compile(
          "(\\d+,\\d+)\\s+\\d+\\s+\\d+\\s+(\\d+)\\.(\\d{9})\\s+\\d+\\s+([A-Z]{1,2})\\s+([A-Z]+)(.*)");
  private static final Pattern EXTENT = Pattern.compile("\\s+(\\d+)\\s+\\+\\s+(\\d+)\\b.*");
  private static final Pattern LIKE_EVENT = Pattern.compile("\\d+,\\d+\\s.*");

  private final Lines lines;
  private final TraceBuilder trace = new TraceBuilder(true);
  private long first = -1;

  private BlkparseReader(String text) {
    lines = new Lines(text);
  }

  /** The requests of a file. */
  public static Trace read(String text) throws MalformedTraceException {
    BlkparseReader reader = new BlkparseReader(text);
    boolean any = false;
    while (reader.lines.advance()) {
      any |= reader.readLine();
    }
    if (!any) {
      throw MalformedTraceException.inLine(
          1,
          "no line of this file is an event as blkparse prints it, '8,0 0 1 0.000000000 0 Q R 8 + 8 [x]'");
    }
    return reader.trace.build();
  }

  private boolean readLine() throws MalformedTraceException {
    Matcher event = EVENT.matcher(lines.line());
    if (event.matches()) {
      readEvent(event);
      return true;
    }
    if (!LIKE_EVENT.matcher(lines.line()).matches()) {
      trace.skip("lines of a summary");
    } else if (lines.line().matches(".*\\s(m|P|U|UT|B)\\s+[NRWDFSAM]*\\b.*")) {
      trace.skip("notes");
    } else {
      throw lines.wrong(
          "'"
              + lines.line()
              + "' is no event; expected 'maj,min cpu seq time pid action RWBS ...'");
    }
    return false;
  }

  private void readEvent(Matcher event) throws MalformedTraceException {
    if (!event.group(4).equals("Q")) {
      trace.skip("events that are not queued requests");
      if (event.group(4).equals("A")) {
        trace.remap();
      }
      return;
    }
    long nanos =
        lines.scaled(event.group(2), 1_000_000_000L, "time") + lines.number(event.group(3), "time");
    first = first < 0 ? nanos : first;
    String flags = event.group(5);
    Matcher extent = EXTENT.matcher(event.group(6));
    boolean sized = extent.matches();
    TraceOp op = op(flags, sized);
    if (!sized && op != TraceOp.FLUSH) {
      throw lines.wrong("a request without 'sector + count'");
    }
    long sector = sized ? lines.scaled(extent.group(1), 512, "sector") : 0;
    long bytes = sized ? lines.scaled(extent.group(2), 512, "count of sectors") : 0;
    trace.add(
        new TraceRequest(Math.max(0, nanos - first), event.group(1), op, sector, bytes),
        lines.number());
  }

  private TraceOp op(String flags, boolean sized) throws MalformedTraceException {
    int flush = flags.indexOf('F');
    if (flush == 0 && !sized) {
      return TraceOp.FLUSH;
    }
    if (flush >= 0) {
      trace.warn("writes that flush before (F) or are forced out (FUA) are read as plain writes");
    }
    if (flags.contains("D")) {
      return TraceOp.DISCARD;
    }
    if (flags.contains("R")) {
      return TraceOp.READ;
    }
    if (flags.contains("W")) {
      return TraceOp.WRITE;
    }
    throw lines.wrong(
        String.format(Locale.ROOT, "'%s' names no operation; expected R, W, D or F in it", flags));
  }
}
