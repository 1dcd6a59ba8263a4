package io.dmio.workload;

import io.dmio.engine.IoCallback;

/** A call of a user's task; the user's callback runs inside ours. */
final class HostCall extends CallTracker {

  private final IoCallback callback;
  private final UserCode user;
  private final boolean named;

  /** Follows a call; {@code named}: somebody may wait for it. */
  HostCall(TaskRun task, IoCallback callback, UserCode user, boolean named) {
    super(task);
    this.callback = callback;
    this.user = user;
    this.named = named;
  }

  @Override
  void onReturned() {
    user.run(() -> callback.returned(request(), result()));
  }

  @Override
  void onNotified() {
    user.run(() -> callback.notified(request(), bits()));
  }

  @Override
  void onEnded() {
    if (named) {
      context().world().moments().reach(name());
    }
  }
}
