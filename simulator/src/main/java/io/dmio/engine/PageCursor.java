package io.dmio.engine;

import io.dmio.block.Sectors;
import io.dmio.sim.KernelBug;

/** Where in a request's memory the next piece begins. */
public final class PageCursor {

  private IoMemory memory = new IoMemory.None();
  private int pieces;
  private int piece;

  /** Of what is left of the piece; means nothing if no piece is left. */
  private long address;

  /** Bytes that are left of the piece; none if no piece is left. */
  private int left;

  /** Goes to the begin of some memory. */
  public void start(IoMemory of) {
    memory = of;
    pieces = of.pieces();
    enter(0);
    skip(of.skipped());
  }

  /** The address of the next piece. */
  long address() {
    if (left <= 0) {
      throw new KernelBug("the regions need more memory than the request has");
    }
    return address;
  }

  /** Bytes of the next piece: to the end of its page or of its vector. */
  int length() {
    int toPageEnd = Sectors.PAGE_SIZE - ((int) address & (Sectors.PAGE_SIZE - 1));
    return Math.min(toPageEnd, left);
  }

  /** Goes to the piece behind the next one. */
  void next() {
    skip(length());
  }

  private void skip(int bytes) {
    address += bytes;
    left -= bytes;
    while (left <= 0 && piece < pieces) {
      int over = -left;
      enter(piece + 1);
      address += over;
      left -= over;
    }
  }

  private void enter(int at) {
    piece = at;
    boolean exists = at < pieces;
    address = exists ? memory.address(at) : 0;
    left = exists ? memory.length(at) : 0;
  }
}
