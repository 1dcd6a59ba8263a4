package io.dmio.formats;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** Writes what {@code blkparse} prints in its default format, without the summary at its end. */
public final class BlkparseWriter implements BlockTrace, Closeable {

  private final Writer out;
  private final StringBuilder line = new StringBuilder();
  private String process = "";
  private int sequence;

  /** Begins a text. */
  public BlkparseWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void process(String name) {
    process = name;
  }

  @Override
  public void message(String text) throws IOException {
    line(0, 0, "m", "N", text);
  }

  @Override
  public void queue(long nanos, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    event(nanos, device, "Q", sector, bytes, flags);
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
    String from = " <- (" + name(fromDevice) + ") " + fromSector;
    line(nanos, device, "A", rwbs(flags, bytes), extent(sector, bytes) + from);
  }

  @Override
  public void insert(long nanos, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    event(nanos, device, "G", sector, bytes, flags);
    event(nanos, device, "I", sector, bytes, flags);
  }

  @Override
  public void issue(long nanos, int device, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    event(nanos, device, "D", sector, bytes, flags);
  }

  @Override
  public void complete(long nanos, int device, long sector, long bytes, Set<Flag> flags, int errno)
      throws IOException {
    int error = errno == 0 ? 0 : 65_536 - errno;
    String what = extent(sector, bytes) + " [" + error + "]";
    line(nanos, device, "C", rwbs(flags, bytes), what.strip());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void event(long nanos, int device, String act, long sector, long bytes, Set<Flag> flags)
      throws IOException {
    String what = extent(sector, bytes) + " [" + process + "]";
    line(nanos, device, act, rwbs(flags, bytes), what.strip());
  }

  private void line(long nanos, int device, String act, String rwbs, String what)
      throws IOException {
    line.setLength(0);
    right(3, Integer.toString(device >>> 20)).append(',');
    String minor = Integer.toString(device & 0xfffff);
    line.append(minor).append(" ".repeat(Math.max(0, 3 - minor.length())));
    line.append("  0 ");
    right(8, Integer.toString(++sequence)).append(' ');
    right(5, Long.toString(nanos / 1_000_000_000)).append('.');
    String rest = Long.toString(nanos % 1_000_000_000);
    line.append("0".repeat(9 - rest.length())).append(rest).append("     0 ");
    right(2, act).append(' ');
    right(3, rwbs).append(' ').append(what).append('\n');
    out.append(line);
  }

  /** Appends a text that ends in a column; one that is too long goes beyond it. */
  private StringBuilder right(int width, String text) {
    return line.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
  }

  private static String extent(long sector, long bytes) {
    return bytes == 0 ? "" : sector + " + " + (bytes + 511) / 512;
  }

  private static String name(int device) {
    return (device >>> 20) + "," + (device & 0xfffff);
  }

  private static String rwbs(Set<Flag> flags, long bytes) {
    StringBuilder text = new StringBuilder();
    add(text, flags, Flag.FLUSH, 'F');
    if (bytes == 0) {
      text.append('N');
    } else if (flags.contains(Flag.DISCARD)) {
      text.append('D');
    } else {
      text.append(flags.contains(Flag.WRITE) ? 'W' : 'R');
    }
    add(text, flags, Flag.FUA, 'F');
    add(text, flags, Flag.AHEAD, 'A');
    add(text, flags, Flag.SYNC, 'S');
    add(text, flags, Flag.META, 'M');
    return text.toString();
  }

  private static void add(StringBuilder text, Set<Flag> flags, Flag flag, char letter) {
    if (flags.contains(flag)) {
      text.append(letter);
    }
  }
}
