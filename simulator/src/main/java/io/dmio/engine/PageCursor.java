package io.dmio.engine;

import io.dmio.block.Sectors;
import io.dmio.sim.KernelBug;

/** Where in a request's memory the next piece begins. */
public final class PageCursor {

  private IoMemory memory = new IoMemory.None();
  private int pieces;
  private int piece;

  /** The first byte of the piece that was not used. */
  private long address;

  /** Bytes of the piece from there on; none, or fewer than none, if the next one is meant. */
  private int left;

  /** Where the memory begins. */
  private long firstAddress;

  private int firstLeft;

  /** Goes to the start of some memory. */
  public void start(IoMemory of) {
    memory = of;
    pieces = of.pieces();
    int skipped = of.skipped();
    boolean isThere = pieces > 0;
    firstAddress = isThere ? of.address(0) + skipped : 0;
    firstLeft = isThere ? of.length(0) - skipped : 0;
    rewind();
  }

  /** Goes back to where it started. */
  public void rewind() {
    piece = 0;
    address = firstAddress;
    left = firstLeft;
  }

  /** The address of the next piece. */
  long address() {
    while (left <= 0) {
      enterNext();
    }
    return address;
  }

  /** Bytes of the piece that {@link #address} named: to the end of its page or of its vector. */
  int length() {
    int toPageEnd = Sectors.PAGE_SIZE - ((int) address & (Sectors.PAGE_SIZE - 1));
    return Math.min(toPageEnd, left);
  }

  /** Goes to the piece after the one that {@link #address} named. */
  void next() {
    int length = length();
    assert length > 0 && length <= left : length + " bytes of a piece with " + left;
    address += length;
    left -= length;
  }

  private void enterNext() {
    if (piece + 1 >= pieces) {
      throw new KernelBug("the regions need more memory than the request has");
    }
    piece++;
    int over = -left;
    address = memory.address(piece) + over;
    left = memory.length(piece) - over;
  }
}
