package io.dmio.engine;

import io.dmio.block.Sectors;
import io.dmio.sim.KernelBug;

/** Where in a request's memory the next piece begins. */
public final class PageCursor {

  private IoMemory memory = new IoMemory.None();
  private int piece;
  private int skipped;

  /** Goes to the begin of some memory. */
  public void start(IoMemory of) {
    memory = of;
    piece = 0;
    skipped = 0;
    skip(of.skipped());
  }

  /** The address of the next piece. */
  long address() {
    if (piece >= memory.pieces()) {
      throw new KernelBug("the regions need more memory than the request has");
    }
    return memory.address(piece) + skipped;
  }

  /** Bytes of the next piece: to the end of its page or of its vector. */
  int length() {
    int toPageEnd = Sectors.PAGE_SIZE - ((int) address() & (Sectors.PAGE_SIZE - 1));
    return Math.min(toPageEnd, memory.length(piece) - skipped);
  }

  /** Goes to the piece behind the next one. */
  void next() {
    skip(length());
  }

  private void skip(int bytes) {
    skipped += bytes;
    while (piece < memory.pieces() && skipped >= memory.length(piece)) {
      skipped -= memory.length(piece);
      piece++;
    }
  }
}
