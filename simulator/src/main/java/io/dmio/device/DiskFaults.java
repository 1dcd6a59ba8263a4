package io.dmio.device;

import io.dmio.block.Bio;

/** Where faults take hold of a disk. */
public interface DiskFaults {

  /** No faults. */
  DiskFaults NONE =
      new DiskFaults() {
        @Override
        public void arrived(Bio bio, FaultDecision decision) {}

        @Override
        public boolean hearsOfWrites() {
          return false;
        }

        @Override
        public void written(Bio bio) {}
      };

  /**
   * A bio has come to the disk, in the order of submission; every bio once.
   *
   * @param decision cleared; says what becomes of the bio
   */
  void arrived(Bio bio, FaultDecision decision);

  /** Whether {@link #written} does anything; always the same. */
  default boolean hearsOfWrites() {
    return true;
  }

  /** A write has reached the medium as a whole: what it covers may heal. */
  void written(Bio bio);
}
