package io.dmio.target;

import io.dmio.block.Bio;

/**
 * Hears which sectors below a target has made untrue without an error, so that what differs there
 * is explained. It is told before the bio ends.
 */
public interface TargetWatch {

  /** Nobody hears. */
  TargetWatch NONE =
      new TargetWatch() {
        @Override
        public void dropped(int table, int device, long first, long count) {}

        @Override
        public void flushDropped(int table, int device) {}

        @Override
        public void misread(int table, int device, long first, long count, Bio bio) {}
      };

  /**
   * Sectors do not hold what a write that ends well should have put there.
   *
   * @param table the number of the stacked device whose target did it
   * @param device the number of the device below
   * @param first the first sector of that device
   * @param count how many
   */
  void dropped(int table, int device, long first, long count);

  /** A flush of a device below ends well that was not done. */
  void flushDropped(int table, int device);

  /** One read delivers something else than sectors hold; as {@link #dropped}. */
  void misread(int table, int device, long first, long count, Bio bio);
}
