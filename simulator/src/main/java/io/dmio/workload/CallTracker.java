package io.dmio.workload;

import io.dmio.block.Errno;
import io.dmio.engine.CallEventCodec;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.sim.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Follows one call from start to end: announces it, records it, and tells when it is over. It can
 * be used again for the next call.
 *
 * <p>A call ends at its return if it is synchronous or refused, and else when it has returned and
 * been notified. A moment that comes twice, or for a call that is over, is announced and has no
 * other effect.
 */
abstract class CallTracker extends ListedCall implements IoCallback {

  private final TaskRun task;
  private @Nullable IoRequest request;
  private boolean returned;
  private boolean notified;
  private boolean ended;
  private IoReturn result = IoReturn.ACCEPTED;
  private long bits;

  CallTracker(TaskRun task) {
    this.task = task;
  }

  /** The call has returned; it may have ended just before. */
  abstract void onReturned();

  /** The call was notified; it may have ended just before. */
  abstract void onNotified();

  /** The call is over. */
  abstract void onEnded();

  final TaskRun task() {
    return task;
  }

  final TaskContext context() {
    return task.context();
  }

  /** Announces the next call; its buffer is filled after this and before {@link #submit}. */
  final void announce(IoRequest next) {
    assert request == null || ended : name() + " is followed by another call before it is over";
    request = next;
    returned = false;
    notified = false;
    ended = false;
    result = IoReturn.ACCEPTED;
    bits = 0;
    task.calls().begin(this);
    context().world().listener().callStarted(next, expect());
    CallEventCodec.Call.write(simulation(), next, isPlain());
  }

  final void submit() {
    assert !returned && !notified && !ended : name() + " is submitted again";
    if (isPlain()) {
      context().world().bios().submit(request(), this);
    } else {
      context().world().io().submit(request(), this);
    }
  }

  /** Whether it is a single bio that goes past dm-io. */
  boolean isPlain() {
    return false;
  }

  /** What is expected of it. */
  CallExpectation expect() {
    return CallExpectation.NONE;
  }

  /** What the call that was announced last asks for. */
  final IoRequest request() {
    if (request == null) {
      throw new IllegalStateException("no call was announced");
    }
    return request;
  }

  /** The call's name, which is made only when somebody asks. */
  final String name() {
    return context().world().calls().name(request().call());
  }

  final boolean hasReturned() {
    return returned;
  }

  final boolean wasNotified() {
    return notified;
  }

  /** What it returned. */
  final IoReturn result() {
    return result;
  }

  /** The error bits, of the return or of the callback. */
  final long bits() {
    return bits;
  }

  /** Whether it returned an error, or has error bits. */
  final boolean failed() {
    return result.errno() != Errno.OK || bits != 0;
  }

  /**
   * Whether a signal made it give up. Bios of it may be under way, and nobody tells when they are
   * over, so its memory is never used again.
   */
  final boolean wasInterrupted() {
    return result.errno() == Errno.EINTR;
  }

  @Override
  final String describe() {
    return name() + (returned ? " (not notified)" : " (not returned)");
  }

  @Override
  public final boolean signalPending() {
    return task.takeSignal();
  }

  @Override
  public final void returned(IoRequest call, IoReturn what) {
    if (what.refusal() != null) {
      CallEventCodec.Refuse.write(simulation(), call.call(), what.refusal());
    }
    CallEventCodec.Return.write(simulation(), call.call(), what);
    context()
        .world()
        .listener()
        .callReturned(call, what, isOwn(call) ? expect() : CallExpectation.NONE);
    if (isOwn(call) && !returned) {
      returned = true;
      result = what;
      bits |= what.bits();
      if (isOver()) {
        end();
      }
      onReturned();
    }
  }

  @Override
  public final void notified(IoRequest call, long errorBits) {
    CallEventCodec.Notify.write(simulation(), call.call(), errorBits);
    context().world().listener().callNotified(call, errorBits);
    if (isOwn(call) && !notified) {
      notified = true;
      bits |= errorBits;
      if (isOver()) {
        end();
      }
      onNotified();
    }
  }

  /** A moment may come late, when this object already follows another call. */
  private boolean isOwn(IoRequest call) {
    return call.call() == request().call();
  }

  private boolean isOver() {
    return !ended && returned && (notified || endsAtReturn());
  }

  private void end() {
    assert returned && !ended : name() + " ends before it has returned, or twice";
    assert !wasInterrupted() || request().sync() : name() + " is async and was interrupted";
    ended = true;
    context().world().listener().callEnded(request());
    onEnded();
    task.calls().end(this);
  }

  private boolean endsAtReturn() {
    return request().sync()
        || result.errno() != Errno.OK && result.refusal() != Refusal.MULTI_REGION_READ;
  }

  private Simulation simulation() {
    return context().world().simulation();
  }
}
