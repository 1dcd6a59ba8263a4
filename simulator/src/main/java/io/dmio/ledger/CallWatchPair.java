package io.dmio.ledger;

import io.dmio.engine.IoReturn;

/** Two who follow calls. */
record CallWatchPair(CallWatch first, CallWatch second) implements CallWatch {

  @Override
  public void started(ObservedCall call) {
    first.started(call);
    second.started(call);
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    first.returned(call, result);
    second.returned(call, result);
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    first.notified(call, bits);
    second.notified(call, bits);
  }

  @Override
  public void stray(int call, String callback) {
    first.stray(call, callback);
    second.stray(call, callback);
  }

  @Override
  public void over(ObservedCall call) {
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
