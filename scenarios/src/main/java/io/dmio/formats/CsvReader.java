package io.dmio.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Reads requests from a table of comma-separated values by a map of its columns. Values may stand
 * in double quotes; a doubled quote inside is one.
 */
public final class CsvReader {

  /**
   * Which column is what, by name in the first line or by number from 1.
   *
   * @param time when; "" if the table has none
   * @param device which device; "" if there is one only
   * @param op what: {@code read r write w discard trim d flush f sync}, in any case, or 0 and 1
   * @param offset of the first byte or sector
   * @param size how many bytes or sectors; "" is refused unless all are flushes
   * @param timeNanos nanoseconds in one unit of time
   * @param offsetBytes bytes in one unit of offset
   * @param sizeBytes bytes in one unit of size
   */
  public record Columns(
      String time,
      String device,
      String op,
      String offset,
      String size,
      long timeNanos,
      long offsetBytes,
      long sizeBytes) {}

  private static final SortedMap<String, TraceOp> OPS = CsvWords.OPS;

  private final Lines lines;
  private final Columns columns;
  private final TraceBuilder trace = new TraceBuilder(true);
  private int time;
  private int device;
  private int op;
  private int offset;
  private int size;
  private long firstTime = -1;

  private CsvReader(String text, Columns columns) {
    lines = new Lines(text);
    this.columns = columns;
  }

  /** The requests of a file. */
  public static Trace read(String text, Columns columns) throws MalformedTraceException {
    CsvReader reader = new CsvReader(text, columns);
    reader.readHeader();
    while (reader.lines.advance()) {
      reader.readRow(reader.values());
    }
    return reader.trace.build();
  }

  private void readHeader() throws MalformedTraceException {
    if (!lines.advance()) {
      throw MalformedTraceException.inLine(1, "the file is empty");
    }
    List<String> names = values();
    time = column(columns.time(), names);
    device = column(columns.device(), names);
    op = column(columns.op(), names);
    offset = column(columns.offset(), names);
    size = column(columns.size(), names);
    if (op < 0 || offset < 0 || size < 0) {
      throw lines.wrong("the columns op, offset and size must be given");
    }
    boolean headed = isHeader(names);
    if (!headed) {
      readRow(names);
    }
  }

  // A first line whose offset is a number is data, if columns were given by number.
  private boolean isHeader(List<String> names) {
    return offset >= names.size() || !names.get(offset).matches("\\d+");
  }

  private int column(String name, List<String> names) throws MalformedTraceException {
    if (name.isEmpty()) {
      return -1;
    }
    if (name.matches("[1-9]\\d{0,3}")) {
      return Integer.parseInt(name) - 1;
    }
    int index = names.indexOf(name);
    if (index < 0) {
      throw lines.wrong("no column '" + name + "'; there are " + names);
    }
    return index;
  }

  private void readRow(List<String> row) throws MalformedTraceException {
    long nanos = time < 0 ? 0 : nanosSinceFirst(at(row, time));
    String name = device < 0 ? "" : at(row, device);
    TraceOp what = OPS.get(at(row, op).toLowerCase(Locale.ROOT));
    if (what == null) {
      throw lines.wrong("'" + at(row, op) + "' is no operation; there are " + OPS.keySet());
    }
    boolean flush = what == TraceOp.FLUSH;
    long begin = flush ? 0 : lines.scaled(at(row, offset), columns.offsetBytes(), "offset");
    long bytes = flush ? 0 : lines.scaled(at(row, size), columns.sizeBytes(), "size");
    trace.add(new TraceRequest(nanos, name, what, begin, bytes), lines.number());
  }

  /** Times may count from centuries ago; only what has passed since the first must fit. */
  private long nanosSinceFirst(String word) throws MalformedTraceException {
    long now = lines.number(word, "time");
    firstTime = firstTime < 0 ? now : firstTime;
    long passed = Math.max(0, now - firstTime);
    if (passed > Long.MAX_VALUE / columns.timeNanos()) {
      throw lines.wrong("'" + word + "' is too long after the first time");
    }
    return passed * columns.timeNanos();
  }

  private String at(List<String> row, int column) throws MalformedTraceException {
    if (column >= row.size()) {
      throw lines.wrong("has " + row.size() + " values; column " + (column + 1) + " is missing");
    }
    return row.get(column);
  }

  private List<String> values() throws MalformedTraceException {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    String line = lines.line();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    if (quoted) {
      throw lines.wrong("a quote is not closed");
    }
    values.add(value.toString().strip());
    return values;
  }
}
