package io.dmio.check;

import io.dmio.block.BlockDevice;
import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call from its begin until it is over and its last bio has ended: what its caller and its bios
 * really saw. Reused.
 */
public final class OpenCall implements IoCallback {

  private final int slot;
  private final Ledger ledger;
  private final Flights flights;
  private TapDevice[] taps = {};

  private @Nullable IoRequest request;
  private @Nullable IoCallback callback;
  private long startNanos;
  private int returns;
  private int notifications;
  private @Nullable IoReturn result;
  private boolean signalled;
  private long failedBits;
  private int inFlight;
  private int bios;
  private boolean over;
  private boolean plain;

  OpenCall(int slot, Ledger ledger, Flights flights) {
    this.slot = slot;
    this.ledger = ledger;
    this.flights = flights;
  }

  /**
   * Begins; the request that comes back is the same on taps.
   *
   * @param isPlain whether it is a bio that goes past dm-io
   */
  IoRequest open(IoRequest of, IoCallback hears, long nanos, boolean isPlain) {
    request = of;
    plain = isPlain;
    callback = hears;
    startNanos = nanos;
    returns = 0;
    notifications = 0;
    result = null;
    signalled = false;
    failedBits = 0;
    inFlight = 0;
    bios = 0;
    over = false;
    return of.regions().size() > IoRequest.MAX_REGIONS ? of : of.withRegions(tap(of.regions()));
  }

  @Override
  public void returned(IoRequest tapped, IoReturn value) {
    if (isStray(tapped)) {
      ledger.stray(tapped, "returned");
      return;
    }
    IoRequest of = request();
    returns++;
    result = value;
    over |= notifications > 0 || of.sync() || value.errno() != Errno.OK;
    ledger.returned(this, value);
    callback().returned(of, value);
    closeIfOver();
  }

  @Override
  public void notified(IoRequest tapped, long bits) {
    if (isStray(tapped)) {
      ledger.stray(tapped, "notified");
      return;
    }
    notifications++;
    over |= returns > 0;
    ledger.notified(this, bits);
    callback().notified(request(), bits);
    closeIfOver();
  }

  @Override
  public boolean signalPending() {
    signalled = callback().signalPending();
    return signalled;
  }

  void bioSubmitted(int region) {
    inFlight++;
    bios++;
  }

  void bioEnded(int region, boolean failed) {
    inFlight--;
    if (failed) {
      failedBits |= 1L << region;
    }
  }

  void closeIfOver() {
    if (isOpen() && isOver() && inFlight == 0) {
      ledger.close(this);
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

  /** Virtual nanoseconds of its begin. */
  public long startNanos() {
    return startNanos;
  }

  /** How often it returned. */
  int returns() {
    return returns;
  }

  /** How often it was notified. */
  int notifications() {
    return notifications;
  }

  /** What it returned, or null if it did not yet. */
  public @Nullable IoReturn result() {
    return result;
  }

  /** Whether its caller said that a signal is pending. */
  boolean signalled() {
    return signalled;
  }

  /** Whether its caller gave up waiting. */
  boolean interrupted() {
    return result != null && result.errno() == Errno.EINTR;
  }

  /** The regions of which a bio failed so far. */
  public long failedBits() {
    return failedBits;
  }

  /** Bios under way. */
  int inFlight() {
    return inFlight;
  }

  /** Bios submitted so far. */
  public int bios() {
    return bios;
  }

  private boolean isStray(IoRequest tapped) {
    return request == null || request.call() != tapped.call();
  }

  private IoCallback callback() {
    if (callback == null) {
      throw new IllegalStateException("the call in slot " + slot + " is over");
    }
    return callback;
  }

  private List<IoRegion> tap(List<IoRegion> regions) {
    int count = regions.size();
    if (taps.length < count) {
      int made = taps.length;
      taps = Arrays.copyOf(taps, count);
      for (int region = made; region < count; region++) {
        taps[region] = new TapDevice(this, region, flights);
      }
    }
    IoRegion[] tapped = new IoRegion[count];
    for (int i = 0; i < count; i++) {
      IoRegion region = regions.get(i);
      BlockDevice device = region.device();
      tapped[i] = new IoRegion(taps[i].before(device), region.sector(), region.count());
    }
    return Arrays.asList(tapped);
  }
}
