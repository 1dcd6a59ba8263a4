package io.dmio.check;

import io.dmio.block.Errno;
import io.dmio.engine.IoReturn;

/** The pages that callers hold: what get and put have added up to. */
final class HeldPages {

  private long held;
  private boolean exists;
  private boolean get;
  private long asked;

  /** A get or put goes to the engine. */
  void asks(boolean isGet, int pages) {
    assert asked == 0 : asked + " pages are asked for already";
    get = isGet;
    asked = isGet ? pages : -(long) pages;
  }

  /** It has come back. */
  void answered(IoReturn result) {
    if (result.errno() == Errno.OK) {
      held += asked;
      exists = get || held != 0;
    }
    asked = 0;
  }

  /** Pages held. */
  long held() {
    return held;
  }

  /** Pages held if what is asked just now is granted. */
  long heldIfGranted() {
    return held + asked;
  }

  /** Whether a get made the pools and no put has destroyed them. */
  boolean exists() {
    return exists;
  }
}
