package io.dmio.model;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.Refusal;

/** Every call of a run, in the order in which they were made. A time of -1: it did not come. */
public final class CallTable {

  private static final int NUMBER = 0;
  private static final int STARTED = 1;
  private static final int OP = 2;
  private static final int MODE = 3;
  private static final int REGIONS = 4;
  private static final int SECTORS = 5;
  private static final int RETURNED = 6;
  private static final int ERRNO = 7;
  private static final int BITS = 8;
  private static final int NOTIFIED = 9;
  private static final int REFUSAL = 10;
  private static final int FLAGS = 11;
  private static final int HEARD = 12;
  private static final int LOST = 13;
  private static final int BOOT = 14;
  private static final RequestOp[] OPS = RequestOp.values();
  private static final Errno[] ERRNOS = Errno.values();
  private static final Refusal[] REFUSALS = Refusal.values();

  private final LongTable table = new LongTable(15);
  private final RowIndex byNumber = new RowIndex();
  private int failed;
  private int boot = 1;
  private int firstOfBoot;

  void made(int number, long time, int kind, long regions, long sectors) {
    int row = table.add();
    byNumber.put(number, row);
    table.set(row, NUMBER, number);
    table.set(row, STARTED, time);
    table.set(row, OP, kind & 0xff);
    table.set(row, MODE, kind >>> 8 & 0xff);
    table.set(row, FLAGS, kind >>> 16);
    table.set(row, REGIONS, regions);
    table.set(row, SECTORS, sectors);
    table.set(row, RETURNED, -1);
    table.set(row, NOTIFIED, -1);
    table.set(row, REFUSAL, -1);
    table.set(row, LOST, -1);
    table.set(row, BOOT, boot);
  }

  void refused(int number, int rule) {
    int row = byNumber.row(number);
    if (row >= 0) {
      table.set(row, REFUSAL, rule);
    }
  }

  void returned(int number, long time, int errno, long bits, boolean written) {
    int row = byNumber.row(number);
    if (row < 0) {
      return;
    }
    boolean before = failed(row);
    table.set(row, RETURNED, time);
    table.set(row, ERRNO, errno);
    table.set(row, BITS, written ? bits : bits(row));
    table.set(row, HEARD, written ? 1 : table.get(row, HEARD));
    count(before, row);
  }

  void notified(int number, long time, long bits) {
    int row = byNumber.row(number);
    if (row < 0) {
      return;
    }
    boolean before = failed(row);
    table.set(row, NOTIFIED, time);
    table.set(row, BITS, bits);
    table.set(row, HEARD, 1);
    count(before, row);
  }

  /** The host has died: calls that are not over never will be. */
  void lose(long time) {
    for (int row = firstOfBoot; row < table.rows(); row++) {
      if (ended(row) < 0) {
        table.set(row, LOST, time);
      }
    }
    firstOfBoot = table.rows();
  }

  /** A boot begins, to which calls belong from now on. */
  void begin(int number) {
    boot = number;
  }

  public int count() {
    return table.rows();
  }

  /** How many returned an error or were notified with bits. */
  public int failedCount() {
    return failed;
  }

  /** The row of a call's number, or -1. */
  public int rowOf(int number) {
    return byNumber.row(number);
  }

  public int number(int row) {
    return table.getInt(row, NUMBER);
  }

  public long started(int row) {
    return table.get(row, STARTED);
  }

  public RequestOp op(int row) {
    return OPS[table.getInt(row, OP)];
  }

  /** The flags that its caller asked for, as bits of {@link io.dmio.block.RequestFlag}. */
  public int flags(int row) {
    return table.getInt(row, FLAGS);
  }

  public boolean sync(int row) {
    return (table.get(row, MODE) & 1) == 0;
  }

  /** Whether it is a bio that went past dm-io. */
  public boolean plain(int row) {
    return (table.get(row, MODE) & 2) != 0;
  }

  public int regions(int row) {
    return table.getInt(row, REGIONS);
  }

  public long sectors(int row) {
    return table.get(row, SECTORS);
  }

  public long returned(int row) {
    return table.get(row, RETURNED);
  }

  public Errno errno(int row) {
    for (Errno errno : ERRNOS) {
      if (errno.value() == table.getInt(row, ERRNO)) {
        return errno;
      }
    }
    throw new IllegalStateException("not an error number: " + table.getInt(row, ERRNO));
  }

  /** The error bits as its caller heard them. */
  public long bits(int row) {
    return table.get(row, BITS);
  }

  /** Whether its caller was told error bits at all. */
  public boolean heardBits(int row) {
    return table.get(row, HEARD) == 1;
  }

  public long notified(int row) {
    return table.get(row, NOTIFIED);
  }

  public boolean refused(int row) {
    return table.get(row, REFUSAL) >= 0;
  }

  /** The rule by which it was refused, in words. */
  public String refusal(int row) {
    int rule = table.getInt(row, REFUSAL);
    return rule >= 0 && rule < REFUSALS.length ? REFUSALS[rule].text() : "";
  }

  /** When its caller knew how it went: the return of a synchronous call, else the callback. */
  public long ended(int row) {
    return sync(row) || (notified(row) < 0 && refused(row)) ? returned(row) : notified(row);
  }

  /** When its host died before it was over. */
  public long lost(int row) {
    return table.get(row, LOST);
  }

  /** The boot in which it was made, from 1. */
  public int boot(int row) {
    return table.getInt(row, BOOT);
  }

  /** The boot that was the last. */
  public int boots() {
    return boot;
  }

  public boolean failed(int row) {
    return table.get(row, ERRNO) != 0 || bits(row) != 0;
  }

  private void count(boolean before, int row) {
    if (!before && failed(row)) {
      failed++;
    }
  }
}
