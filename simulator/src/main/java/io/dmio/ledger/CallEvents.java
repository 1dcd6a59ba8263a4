package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;

/** Hears from calls what they see, so that whoever follows calls can be told. */
interface CallEvents {

  /** Virtual nanoseconds. */
  long now();

  /** A call has returned; its caller does not know yet. */
  void returned(ObservedCall call, IoReturn result);

  /** A call was notified; its caller does not know yet. */
  void notified(ObservedCall call, long bits);

  /** A callback came for a call that had nothing more to hear. */
  void stray(IoRequest request, String callback);

  /** A bio of a region of a call goes to its device. */
  void submitted(ObservedCall call, int region, IoRegion where, Bio bio);

  /** A call is over for its caller, and its last bio has ended. */
  void over(ObservedCall call);
}
