package io.dmio.testbed;

import io.dmio.block.Errno;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.ObservedCall;
import io.dmio.sim.Digest;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers saw, in order: the digest of it, the count of failures, and the first calls. */
final class CallBook implements CallWatch {

  private static final int RETURNED = 1;
  private static final int RETURNED_BITS = 2;
  private static final int NOTIFIED = 3;
  private static final int GOT = 4;
  private static final int PUT = 5;
  private static final int ERRNO_BITS = 16;

  private final Simulation simulation;
  private final CallRegistry calls;
  private final RunListener listener;
  private final Digest digest = new Digest();
  private final List<Entry> entries = new ArrayList<>();

  /** The first calls as long as they are open, by slot. */
  private @Nullable Entry[] open = new Entry[16];

  private long failed;
  private long lost;

  CallBook(Simulation simulation, CallRegistry calls, RunListener listener) {
    this.simulation = simulation;
    this.calls = calls;
    this.listener = listener;
  }

  /** The digest of all that callers saw; contents may be folded into it at the end. */
  Digest digest() {
    return digest;
  }

  /** Calls that returned an error or were told error bits. */
  long failed() {
    return failed;
  }

  /** Calls that were under way when their host died. */
  long lost() {
    return lost;
  }

  /** The host of a call has died: its caller never hears of it. */
  void lose(ObservedCall call) {
    lost++;
    Entry entry = open[call.slot()];
    if (entry != null) {
      entry.lost = true;
    }
  }

  /** The first calls. */
  List<CallOutcome> outcomes() {
    List<CallOutcome> outcomes = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      outcomes.add(entry.outcome(calls));
    }
    return outcomes;
  }

  @Override
  public void started(ObservedCall call) {
    if (call.slot() >= open.length) {
      open = Arrays.copyOf(open, call.slot() * 2);
    }
    if (entries.size() < RunResult.MOST_CALLS) {
      Entry entry = new Entry(call);
      entries.add(entry);
      open[call.slot()] = entry;
    } else if (open[call.slot()] != null) {
      open[call.slot()] = null;
    }
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    fold(result.bitsWritten() ? RETURNED_BITS : RETURNED, call.number(), result);
    if (call.returns() == 1) {
      heard(call);
    }
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    digest.fold(word(NOTIFIED, call.number(), 0), bits);
    if (call.notifications() == 1) {
      heard(call);
    }
  }

  @Override
  public void pagesAnswered(boolean get, int pages, IoReturn result) {
    fold(get ? GOT : PUT, pages, result);
  }

  /** A caller hears for the first time that its call has returned, or was notified. */
  private void heard(ObservedCall call) {
    Entry entry = open[call.slot()];
    if (entry != null) {
      entry.heard(call);
    }
    IoReturn result = call.result();
    if (result == null || !call.isOver()) {
      return;
    }
    if (result.errno() != Errno.OK || call.told() != 0) {
      failed++;
    }
    long end = call.notifiedNanos() < 0 ? simulation.now() : call.notifiedNanos();
    listener.callEnded(call.number(), call.op(), call.startNanos(), end, call.told());
  }

  private void fold(int kind, int number, IoReturn result) {
    digest.fold(word(kind, number, result.errno().value()), result.bits());
  }

  private static long word(int kind, int number, int errno) {
    return ((long) number << 32) | ((long) kind << ERRNO_BITS) | (errno & ((1 << ERRNO_BITS) - 1));
  }

  private static final class Entry {

    private final int number;
    private final int regions;
    private final boolean sync;
    private final long startNanos;
    private @Nullable IoReturn result;
    private long bits;
    private long callbackNanos = -1;
    private boolean lost;

    private Entry(ObservedCall call) {
      number = call.number();
      regions = call.request().regions().size();
      sync = call.request().sync();
      startNanos = call.startNanos();
    }

    private void heard(ObservedCall call) {
      result = call.result();
      bits = call.told();
      callbackNanos = call.notifiedNanos();
    }

    private CallOutcome outcome(CallRegistry calls) {
      return new CallOutcome(
          number,
          calls.name(number),
          calls.taskOf(number),
          regions,
          sync,
          startNanos,
          result,
          callbackNanos >= 0,
          bits,
          callbackNanos,
          lost);
    }
  }
}
