package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.EndBio;
import io.dmio.sim.KernelBug;
import io.dmio.sim.Spare;
import org.jspecify.annotations.Nullable;

/**
 * One call's count of bios under way, which it owns, and its error bits: dm-io's {@code struct io}.
 */
final class Io extends Spare implements EndBio {

  private final DmIoEngine engine;
  private @Nullable IoDispatch dispatch;
  private @Nullable IoRequest request;
  private @Nullable IoCallback callback;
  private @Nullable IoPools pools;
  private int count;
  private long bits;

  Io(DmIoEngine engine) {
    this.engine = engine;
  }

  /** Takes on a call, with the dispatcher's own reference. */
  void begin(IoDispatch owner, IoRequest of, IoCallback hears, IoPools from, int initialCount) {
    if (request != null) {
      throw new KernelBug("an io of call " + request.call() + " is taken before it was given back");
    }
    dispatch = owner;
    request = of;
    callback = hears;
    pools = from;
    count = initialCount;
    bits = 0;
  }

  @Override
  public void ended(Bio bio) {
    engine.ended(bio, this);
  }

  /** Counts a bio that is about to be submitted. */
  void countUp() {
    if (request == null) {
      throw new KernelBug("an io counts a bio after it was given back");
    }
    count++;
  }

  /** Records how a bio ended and counts it home; true if it was the last. */
  boolean countDown(Steps steps, int region, BlockStatus status) {
    if (request == null) {
      throw new KernelBug("an io is counted down after it was given back");
    }
    bits = steps.recordError(bits, region, status);
    return --count == 0;
  }

  /** Forgets the call; whoever uses the io after this gets a {@link KernelBug}. */
  void end() {
    dispatch = null;
    request = null;
    callback = null;
    pools = null;
  }

  /** The error bits. */
  long bits() {
    return bits;
  }

  /** The call's dispatch, which waits for it if the call is synchronous; null if it gave up. */
  @Nullable IoDispatch dispatch() {
    return dispatch;
  }

  /** Nobody waits for it any more. */
  void abandon() {
    dispatch = null;
  }

  /** The call. */
  IoRequest request() {
    if (request == null) {
      throw new KernelBug("an io is used after it was given back");
    }
    return request;
  }

  /** The pools that serve it and its bios. */
  IoPools pools() {
    if (pools == null) {
      throw new KernelBug("an io is used after it was given back");
    }
    return pools;
  }

  /** Who hears of the call. */
  IoCallback callback() {
    if (callback == null) {
      throw new KernelBug("an io is used after it was given back");
    }
    return callback;
  }
}
