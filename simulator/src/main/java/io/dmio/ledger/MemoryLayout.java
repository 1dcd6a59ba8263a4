package io.dmio.ledger;

import io.dmio.block.BioVec;
import io.dmio.engine.IoMemory;

/**
 * The pieces of a call's memory, reckoned from what the caller has handed over: pages, vectors,
 * offsets. The engine asks {@link IoMemory} for them; the checks do not.
 */
public final class MemoryLayout {

  private MemoryLayout() {}

  /** How many pieces there are. */
  public static int pieces(IoMemory memory) {
    if (memory instanceof IoMemory.Paged paged) {
      return paged.pages().length;
    }
    if (memory instanceof IoMemory.Vectors array) {
      return array.vectors().size();
    }
    return memory instanceof IoMemory.KernelMemory ? 1 : 0;
  }

  /** Address of the first byte of a piece that the buffer has. */
  public static long address(IoMemory memory, int piece) {
    if (memory instanceof IoMemory.Paged paged) {
      return paged.pages()[piece] + (piece == 0 ? paged.offset() : 0);
    }
    if (memory instanceof IoMemory.Vectors array) {
      return array.vectors().get(piece).address() + (piece == 0 ? array.advance() : 0);
    }
    return kernel(memory, piece).start();
  }

  /**
   * Bytes of a piece that the buffer has; of the first one none, or fewer than none, if all of it
   * and more was consumed before.
   */
  public static int length(IoMemory memory, int piece) {
    if (memory instanceof IoMemory.Paged paged) {
      return Sizes.PAGE - (piece == 0 ? paged.offset() : 0);
    }
    if (memory instanceof IoMemory.Vectors array) {
      BioVec vector = array.vectors().get(piece);
      return vector.length() - (piece == 0 ? array.advance() : 0);
    }
    return kernel(memory, piece).bytes();
  }

  private static IoMemory.KernelMemory kernel(IoMemory memory, int piece) {
    if (memory instanceof IoMemory.KernelMemory buffer && piece == 0) {
      return buffer;
    }
    throw new IndexOutOfBoundsException(piece);
  }
}
