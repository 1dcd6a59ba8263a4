package io.dmio.mempool;

/** Decides whether the allocator under a pool has memory just now. */
@FunctionalInterface
public interface AllocationGate {

  /** Always has memory. */
  AllocationGate OPEN = pool -> true;

  /**
   * Asked once for every attempt to allocate an element.
   *
   * @param pool the pool's number
   */
  boolean allows(int pool);
}
