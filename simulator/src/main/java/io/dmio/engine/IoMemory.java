package io.dmio.engine;

import io.dmio.block.BioVec;
import io.dmio.block.Sectors;
import java.util.List;

/**
 * The memory of a request, which all its regions share: a sequence of pieces.
 *
 * <p>The engine does not copy it; the caller keeps it as it is until the request has ended.
 */
public sealed interface IoMemory {

  /** How many pieces there are. */
  int pieces();

  /** Address of the first byte of a piece. */
  long address(int piece);

  /** Bytes of a piece. */
  int length(int piece);

  /** Bytes of the first piece that are not part of the buffer any more. */
  default int skipped() {
    return 0;
  }

  /** Memory that is given page by page: a piece a page, the first one from an offset on. */
  sealed interface Paged extends IoMemory {

    /** The address of each page. */
    long[] pages();

    /** Bytes of the first page before the buffer. */
    int offset();

    @Override
    default int pieces() {
      return pages().length;
    }

    @Override
    default long address(int piece) {
      return piece == 0 ? pages()[0] + offset() : pages()[piece];
    }

    @Override
    default int length(int piece) {
      return piece == 0 ? Sectors.PAGE_SIZE - offset() : Sectors.PAGE_SIZE;
    }
  }

  /**
   * A list of pages and an offset into the first.
   *
   * @param pages the address of each page
   * @param offset bytes, below the size of a page
   */
  record PageList(long[] pages, int offset) implements Paged {

    /** Checks the offset. */
    public PageList {
      checkOffset(offset);
    }
  }

  /**
   * An array of vectors.
   *
   * @param vectors of any lengths
   * @param advance bytes that were consumed before; the buffer begins after them
   */
  record Vectors(List<BioVec> vectors, int advance) implements IoMemory {

    /** Copies the list. */
    public Vectors {
      vectors = List.copyOf(vectors);
    }

    @Override
    public int pieces() {
      return vectors.size();
    }

    @Override
    public long address(int piece) {
      return vectors.get(piece).address();
    }

    @Override
    public int length(int piece) {
      return vectors.get(piece).length();
    }

    @Override
    public int skipped() {
      return advance;
    }
  }

  /**
   * A virtually contiguous buffer.
   *
   * @param pages the physical address of each page
   * @param offset of the buffer in its first page, in bytes
   */
  record VirtualBuffer(long[] pages, int offset) implements Paged {

    /** Checks the offset. */
    public VirtualBuffer {
      checkOffset(offset);
    }
  }

  /**
   * Memory of the kernel, physically contiguous.
   *
   * @param start the address of the buffer
   * @param bytes its length
   */
  record KernelMemory(long start, int bytes) implements IoMemory {

    @Override
    public int pieces() {
      return 1;
    }

    @Override
    public long address(int piece) {
      return start;
    }

    @Override
    public int length(int piece) {
      return bytes;
    }
  }

  /** Memory of a type that does not exist. */
  record Unknown() implements IoMemory {

    @Override
    public int pieces() {
      return 0;
    }

    @Override
    public long address(int piece) {
      throw new IndexOutOfBoundsException(piece);
    }

    @Override
    public int length(int piece) {
      throw new IndexOutOfBoundsException(piece);
    }
  }

  /** Neither pages nor vectors: what an operation without data carries. */
  record None() implements IoMemory {

    @Override
    public int pieces() {
      return 0;
    }

    @Override
    public long address(int piece) {
      throw new IndexOutOfBoundsException(piece);
    }

    @Override
    public int length(int piece) {
      throw new IndexOutOfBoundsException(piece);
    }
  }

  private static void checkOffset(int offset) {
    if (offset < 0 || offset >= Sectors.PAGE_SIZE) {
      throw new IllegalArgumentException("offset must be within a page: " + offset);
    }
  }
}
