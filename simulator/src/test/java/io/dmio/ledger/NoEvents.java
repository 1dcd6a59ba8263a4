package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;

/** Hears from calls, and does nothing. */
record NoEvents() implements CallEvents {

  @Override
  public long now() {
    return 0;
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {}

  @Override
  public void notified(ObservedCall call, long bits) {}

  @Override
  public void stray(IoRequest request, String callback) {}

  @Override
  public void submitted(ObservedCall call, int region, IoRegion where, Bio bio) {}

  @Override
  public void over(ObservedCall call) {}
}
