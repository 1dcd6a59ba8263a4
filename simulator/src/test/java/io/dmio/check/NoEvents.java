package io.dmio.check;

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
  public void returned(OpenCall call, IoReturn result) {}

  @Override
  public void notified(OpenCall call, long bits) {}

  @Override
  public void stray(IoRequest request, String callback) {}

  @Override
  public void submitted(OpenCall call, int region, IoRegion where, Bio bio) {}

  @Override
  public void over(OpenCall call) {}
}
