package io.dmio.model;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.CallEventCodec.Call;
import io.dmio.engine.CallEventCodec.Notify;
import io.dmio.engine.CallEventCodec.Refuse;
import io.dmio.engine.CallEventCodec.Return;
import io.dmio.engine.Refusal;

/** Every call of a run, in the order in which they were made. A time of -1: it did not come. */
public final class CallTable {

  private static final int NUMBER = 0;
  private static final int STARTED = 1;
  private static final int OP = 2;
  private static final int ASYNC = 3;
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
  private static final int PLAIN = 15;
  private static final RequestOp[] OPS = RequestOp.values();
  private static final Errno[] ERRNOS = Errno.values();
  private static final Refusal[] REFUSALS = Refusal.values();

  private final LongTable table = new LongTable(16);
  private final RowIndex byNumber = new RowIndex();
  private int failed;
  private int boot = 1;
  private int firstOfBoot;

  @SuppressWarnings("EnumOrdinal") // the table's own
  void made(Call call, long time) {
    int row = table.add();
    byNumber.put(call.call(), row);
    table.set(row, NUMBER, call.call());
    table.set(row, STARTED, time);
    table.set(row, OP, call.op().ordinal());
    table.set(row, ASYNC, call.sync() ? 0 : 1);
    table.set(row, PLAIN, call.plain() ? 1 : 0);
    table.set(row, FLAGS, call.flags());
    table.set(row, REGIONS, call.regions());
    table.set(row, SECTORS, call.sectors());
    table.set(row, RETURNED, -1);
    table.set(row, NOTIFIED, -1);
    table.set(row, REFUSAL, -1);
    table.set(row, LOST, -1);
    table.set(row, BOOT, boot);
  }

  @SuppressWarnings("EnumOrdinal") // the table's own
  void refused(Refuse refused) {
    int row = byNumber.row(refused.call());
    if (row >= 0) {
      table.set(row, REFUSAL, refused.refusal().ordinal());
    }
  }

  void returned(Return returned, long time) {
    int row = byNumber.row(returned.call());
    if (row < 0) {
      return;
    }
    boolean before = failed(row);
    boolean written = returned.bitsWritten();
    table.set(row, RETURNED, time);
    table.set(row, ERRNO, returned.errno());
    table.set(row, BITS, written ? returned.bits() : bits(row));
    table.set(row, HEARD, written ? 1 : table.get(row, HEARD));
    count(before, row);
  }

  void notified(Notify notified, long time) {
    int row = byNumber.row(notified.call());
    if (row < 0) {
      return;
    }
    boolean before = failed(row);
    table.set(row, NOTIFIED, time);
    table.set(row, BITS, notified.bits());
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
    return table.get(row, ASYNC) == 0;
  }

  /** Whether it is a bio that went past dm-io. */
  public boolean plain(int row) {
    return table.get(row, PLAIN) != 0;
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
