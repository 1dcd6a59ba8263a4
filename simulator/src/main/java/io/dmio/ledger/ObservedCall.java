package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.sim.Spare;
import org.jspecify.annotations.Nullable;

/**
 * A call from its start until it is over and its last bio has ended: what its caller and its bios
 * really saw. Reused.
 */
public final class ObservedCall extends Spare implements IoCallback {

  private final int slot;
  private final CallEvents events;

  private @Nullable IoRequest request;
  private @Nullable IoCallback callback;
  private long startNanos;
  private int returns;
  private int notifications;
  private @Nullable IoReturn result;
  private boolean askedForSignal;
  private boolean signalled;
  private boolean waits;
  private long told;
  private long notifiedNanos;
  private long failedBits;
  private int bios;
  private int ended;
  private boolean over;
  private boolean plain;
  private @Nullable MemoryExtents extents;

  ObservedCall(int slot, CallEvents events) {
    this.slot = slot;
    this.events = events;
  }

  /**
   * Starts.
   *
   * @param isPlain whether it is a bio that goes past dm-io
   */
  void open(IoRequest of, IoCallback hears, long nanos, boolean isPlain) {
    assert !isOpen() : "slot " + slot + " is in use";
    request = of;
    plain = isPlain;
    extents = null;
    callback = hears;
    startNanos = nanos;
    returns = 0;
    notifications = 0;
    result = null;
    askedForSignal = false;
    signalled = false;
    waits = false;
    told = 0;
    notifiedNanos = -1;
    failedBits = 0;
    bios = 0;
    ended = 0;
    over = false;
  }

  @Override
  public void returned(IoRequest of, IoReturn value) {
    if (isStray(of)) {
      events.stray(of, "returned");
      return;
    }
    if (returns++ == 0) {
      result = value;
      told |= value.bits();
    }
    over |= notifications > 0 || of.sync() || value.errno() != Errno.OK;
    events.returned(this, value);
    callback().returned(of, value);
    closeIfOver();
  }

  @Override
  public void notified(IoRequest of, long bits) {
    if (isStray(of)) {
      events.stray(of, "notified");
      return;
    }
    if (notifications++ == 0) {
      notifiedNanos = events.now();
      told |= bits;
    }
    over |= returns > 0;
    events.notified(this, bits);
    callback().notified(of, bits);
    closeIfOver();
  }

  @Override
  public void submit(IoRequest of, int region, Bio bio) {
    IoRegion where = of.regions().get(region);
    events.submitted(this, region, where, bio);
    bio.submitTo(where.device());
    if (!isStray(of)) {
      waits = inFlight() > 0;
    }
  }

  @Override
  public boolean signalPending() {
    askedForSignal = true;
    signalled = callback().signalPending();
    return signalled;
  }

  void bioSubmitted() {
    bios++;
  }

  void bioEnded(int region, boolean failed) {
    assert ended < bios : "one more than " + ended + " bios end of " + bios;
    ended++;
    if (failed) {
      failedBits |= 1L << region;
    }
  }

  /** Its memory, laid out once, and only if somebody asks. */
  public MemoryExtents extents() {
    MemoryExtents known = extents;
    if (known == null) {
      known = MemoryExtents.of(request().memory());
      extents = known;
    }
    return known;
  }

  void closeIfOver() {
    if (over && ended == bios && isOpen()) {
      events.over(this);
      request = null;
      callback = null;
    }
  }

  /** Whether the call is over for its caller. */
  public boolean isOver() {
    return over;
  }

  /** Whether it is a single bio that went past dm-io. */
  public boolean isPlain() {
    return plain;
  }

  /** Whether it is in use. */
  boolean isOpen() {
    return request != null;
  }

  /** The number of this object among those of its ledger; used again when the call is over. */
  public int slot() {
    return slot;
  }

  /** The request as its caller made it. */
  public IoRequest request() {
    if (request == null) {
      throw new IllegalStateException("the call in slot " + slot + " is over");
    }
    return request;
  }

  /** Its number. */
  public int number() {
    return request().call();
  }

  /** What it does. */
  public RequestOp op() {
    return request().op();
  }

  /** Virtual nanoseconds of its start. */
  public long startNanos() {
    return startNanos;
  }

  /** How often it returned. */
  public int returns() {
    return returns;
  }

  /** How often it was notified. */
  public int notifications() {
    return notifications;
  }

  /** What it returned first, or null if it did not yet. */
  public @Nullable IoReturn result() {
    return result;
  }

  /** The error bits that its caller was told, by its return and by its first notification. */
  public long told() {
    return told;
  }

  /** Virtual nanoseconds of its first notification, or -1. */
  public long notifiedNanos() {
    return notifiedNanos;
  }

  /** Whether its caller was asked for a signal that is pending. */
  public boolean askedForSignal() {
    return askedForSignal;
  }

  /** Whether bios were under way when its last one was sent: a synchronous caller has to wait. */
  public boolean waits() {
    return waits;
  }

  /** Whether its caller said that a signal is pending. */
  public boolean signalled() {
    return signalled;
  }

  /** Whether its caller gave up waiting. */
  public boolean interrupted() {
    return result != null && result.errno() == Errno.EINTR;
  }

  /** The regions of which a bio failed so far. */
  public long failedBits() {
    return failedBits;
  }

  /** Bios under way. */
  public int inFlight() {
    return bios - ended;
  }

  /** Bios submitted so far. */
  public int bios() {
    return bios;
  }

  private boolean isStray(IoRequest of) {
    return request == null || request.call() != of.call();
  }

  private IoCallback callback() {
    if (callback == null) {
      throw new IllegalStateException("the call in slot " + slot + " is over");
    }
    return callback;
  }
}
