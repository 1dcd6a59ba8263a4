package io.dmio.mempool;

/** Looks at a pool after every change of its books. */
@FunctionalInterface
public interface PoolWatch {

  /** Looks at nothing. */
  PoolWatch NONE = pool -> {};

  /** The pool has changed. */
  void changed(Mempool<?> pool);
}
