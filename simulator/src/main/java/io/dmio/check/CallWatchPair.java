package io.dmio.check;

import io.dmio.engine.IoReturn;

/** Two who follow calls. */
record CallWatchPair(CallWatch first, CallWatch second) implements CallWatch {

  @Override
  public void started(OpenCall call) {
    first.started(call);
    second.started(call);
  }

  @Override
  public void returned(OpenCall call, IoReturn result) {
    first.returned(call, result);
    second.returned(call, result);
  }

  @Override
  public void notified(OpenCall call, long bits) {
    first.notified(call, bits);
    second.notified(call, bits);
  }

  @Override
  public void stray(int call, String callback) {
    first.stray(call, callback);
    second.stray(call, callback);
  }

  @Override
  public void over(OpenCall call) {
    first.over(call);
    second.over(call);
  }

  @Override
  public void pagesAsked(boolean get, int pages) {
    first.pagesAsked(get, pages);
    second.pagesAsked(get, pages);
  }

  @Override
  public void pagesAnswered(boolean get, int pages, IoReturn result) {
    first.pagesAnswered(get, pages, result);
    second.pagesAnswered(get, pages, result);
  }
}
