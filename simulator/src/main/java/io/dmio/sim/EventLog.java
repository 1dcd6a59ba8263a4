package io.dmio.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The record of what happened, in order, numbered from 0.
 *
 * <p>Every record is folded into the digest. How many are kept for reading depends on the {@link
 * LogMode}; nothing else does.
 */
public final class EventLog {

  /** How many records the ring keeps. */
  public static final int RING_SIZE = 1 << 12;

  private static final EventKind[] KINDS = EventKind.values();

  private final LogMode mode;
  private final boolean keeps;
  private final LogWords words;

  /** What a {@link Digest} of all records would hold. */
  private long digest = Digest.START;

  private long count;
  private long limit = Long.MAX_VALUE;

  /** Who waits for a count of records. */
  private final TreeMap<Long, List<Runnable>> awaited = new TreeMap<>();

  /** The next count at which something is to be done: the limit is passed, or somebody waits. */
  private long alarm = Long.MAX_VALUE;

  /** The number of the next record that is kept, or brings the count to {@link #alarm}. */
  private long attention;

  /** Makes an empty log. */
  public EventLog(LogMode mode) {
    this.mode = mode;
    this.keeps = mode != LogMode.NONE;
    this.words = new LogWords(mode == LogMode.RING);
    setAlarm();
  }

  /** How many records were appended. */
  public long count() {
    return count;
  }

  /** The number of the oldest record that can still be read. */
  public long first() {
    return switch (mode) {
      case NONE -> count;
      case RING -> Math.max(0, count - RING_SIZE);
      case FULL -> 0;
    };
  }

  /** The digest of all records so far. */
  public long digest() {
    return Digest.value(digest);
  }

  /** Virtual nanoseconds of a kept record. */
  public long time(long number) {
    return word(number, 0);
  }

  /** The kind of a kept record. */
  public EventKind kind(long number) {
    return KINDS[(int) (word(number, 1) >>> 32)];
  }

  /** The subject of a kept record. */
  public int subject(long number) {
    return (int) word(number, 1);
  }

  /** The detail of a kept record. */
  public int detail(long number) {
    return (int) word(number, 2);
  }

  /** The field {@code a} of a kept record. */
  public long a(long number) {
    return word(number, 3);
  }

  /** The field {@code b} of a kept record. */
  public long b(long number) {
    return word(number, 4);
  }

  /** The field {@code c} of a kept record. */
  public long c(long number) {
    return word(number, 5);
  }

  /**
   * Calls back inside the append of a record.
   *
   * @param record its number; one that is there already is never appended again
   */
  public void whenRecorded(long record, Runnable listener) {
    if (record >= count) {
      awaited.computeIfAbsent(record + 1, n -> new ArrayList<>()).add(listener);
      setAlarm();
    }
  }

  void limitTo(long records) {
    limit = records;
    setAlarm();
    if (count > limit) {
      throw LimitReached.events(limit);
    }
  }

  /** Asks first whether a record is only folded: its words need not outlive that then. */
  @SuppressWarnings("EnumOrdinal") // new kinds go to the end
  void append(long time, EventKind kind, int subject, int detail, long a, long b, long c) {
    long name = (long) kind.ordinal() << 32 | (subject & 0xffffffffL);
    if (count < attention) {
      fold(time, name, detail, a, b, c);
    } else {
      attend(time, name, detail, a, b, c);
    }
  }

  private void fold(long time, long name, long detail, long a, long b, long c) {
    digest = Digest.after(digest, time, name, detail, a, b, c);
    count++;
  }

  private void attend(long time, long name, long detail, long a, long b, long c) {
    if (keeps) {
      words.keep(count, time, name, detail, a, b, c);
    }
    fold(time, name, detail, a, b, c);
    if (count >= alarm) {
      ring();
    }
  }

  private void ring() {
    if (count > limit) {
      throw LimitReached.events(limit);
    }
    List<Runnable> waiting = awaited.remove(count);
    setAlarm();
    if (waiting != null) {
      waiting.forEach(Runnable::run);
    }
  }

  private void setAlarm() {
    long beyond = limit == Long.MAX_VALUE ? limit : limit + 1;
    alarm = awaited.isEmpty() ? beyond : Math.min(beyond, awaited.firstKey());
    attention = keeps ? 0 : alarm - 1;
    assert alarm > count || count > limit : alarm + " after " + count;
  }

  private long word(long number, int field) {
    if (number < first() || number >= count) {
      throw new IllegalArgumentException(
          "record " + number + " is not kept: " + first() + ".." + (count - 1));
    }
    return words.get(number, field);
  }
}
