package io.dmio.workload;

import java.util.List;

/** The layout of a call's buffer. */
public sealed interface MemorySpec {

  /** A page list from the start of its first page; no two pages are neighbours. */
  MemorySpec DEFAULT = new Pages(0, 1);

  /**
   * A page list.
   *
   * @param pageOffset bytes of the first page before the buffer
   * @param run how many pages in a row are physically contiguous
   */
  record Pages(int pageOffset, int run) implements MemorySpec {}

  /**
   * An array of bio vectors; an empty list: whole pages, no two neighbours.
   *
   * @param vectors the vectors, in order
   * @param advance bytes that were consumed before
   */
  record Bvec(List<Vec> vectors, int advance) implements MemorySpec {

    /** Copies the list. */
    public Bvec {
      vectors = List.copyOf(vectors);
    }
  }

  /**
   * A vector.
   *
   * @param page the number of a block of pages; different numbers are never neighbours
   * @param offset bytes into it
   * @param length bytes; it may extend into the next page of the same block
   */
  record Vec(int page, int offset, int length) {}

  /**
   * Virtually contiguous memory.
   *
   * @param pageOffset bytes of the first page before the buffer
   * @param run how many pages in a row are physically contiguous
   */
  record Vm(int pageOffset, int run) implements MemorySpec {}

  /**
   * Kernel memory: one physically contiguous piece.
   *
   * @param pageOffset bytes of the first page before the buffer
   */
  record Kmem(int pageOffset) implements MemorySpec {}
}
