package io.dmio.testbed;

import io.dmio.block.Errno;
import io.dmio.check.CallWatch;
import io.dmio.check.OpenCall;
import io.dmio.engine.IoReturn;
import io.dmio.sim.Digest;
import io.dmio.sim.Simulation;
import io.dmio.workload.CallRegistry;
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
  private Entry[] bySlot = {};
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
  void lose(OpenCall call) {
    lost++;
    bySlot[call.slot()].lost = true;
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
  public void started(OpenCall call) {
    if (call.slot() >= bySlot.length) {
      int made = bySlot.length;
      bySlot = Arrays.copyOf(bySlot, Math.max(16, call.slot() * 2));
      for (int slot = made; slot < bySlot.length; slot++) {
        bySlot[slot] = new Entry(false);
      }
    }
    boolean kept = entries.size() < RunResult.MOST_CALLS;
    if (kept || bySlot[call.slot()].kept) {
      bySlot[call.slot()] = new Entry(kept);
    }
    if (kept) {
      entries.add(bySlot[call.slot()]);
    }
    bySlot[call.slot()].begin(call);
  }

  @Override
  public void returned(OpenCall call, IoReturn result) {
    fold(result.bitsWritten() ? RETURNED_BITS : RETURNED, call.number(), result);
    Entry entry = bySlot[call.slot()];
    if (entry.result == null) {
      entry.result = result;
      entry.bits |= result.bits();
      endIfOver(call, entry);
    }
  }

  @Override
  public void notified(OpenCall call, long bits) {
    digest.fold(word(NOTIFIED, call.number(), 0), bits);
    Entry entry = bySlot[call.slot()];
    if (entry.callbackNanos < 0) {
      entry.callbackNanos = simulation.now();
      entry.bits |= bits;
      endIfOver(call, entry);
    }
  }

  @Override
  public void pagesAnswered(boolean get, int pages, IoReturn result) {
    fold(get ? GOT : PUT, pages, result);
  }

  private void endIfOver(OpenCall call, Entry entry) {
    IoReturn result = entry.result;
    if (result == null || !call.isOver()) {
      return;
    }
    if (result.errno() != Errno.OK || entry.bits != 0) {
      failed++;
    }
    long end = entry.callbackNanos < 0 ? simulation.now() : entry.callbackNanos;
    listener.callEnded(entry.number, call.op(), entry.startNanos, end, entry.bits);
  }

  private void fold(int kind, int number, IoReturn result) {
    digest.fold(word(kind, number, result.errno().value()), result.bits());
  }

  private static long word(int kind, int number, int errno) {
    return ((long) number << 32) | ((long) kind << ERRNO_BITS) | (errno & ((1 << ERRNO_BITS) - 1));
  }

  private static final class Entry {

    private final boolean kept;
    private int number;
    private int regions;
    private boolean sync;
    private long startNanos;
    private @Nullable IoReturn result;
    private long bits;
    private long callbackNanos;
    private boolean lost;

    private Entry(boolean kept) {
      this.kept = kept;
    }

    private void begin(OpenCall call) {
      number = call.number();
      regions = call.request().regions().size();
      sync = call.request().sync();
      startNanos = call.startNanos();
      result = null;
      bits = 0;
      callbackNanos = -1;
      lost = false;
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
