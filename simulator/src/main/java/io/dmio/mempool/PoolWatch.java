package io.dmio.mempool;

/** Looks at a pool after every change of its counts, and is told which it was. */
public interface PoolWatch {

  /** Looks at nothing. */
  PoolWatch NONE =
      new PoolWatch() {
        @Override
        public void taken(Mempool<?> pool) {}

        @Override
        public void cameBack(Mempool<?> pool) {}

        @Override
        public void resized(Mempool<?> pool) {}
      };

  /** An element was taken. */
  void taken(Mempool<?> pool);

  /** An element has come back. */
  void cameBack(Mempool<?> pool);

  /**
   * The pool was created or destroyed, or its reserve has another size or was filled, or it could
   * not be created.
   */
  void resized(Mempool<?> pool);
}
