package io.dmio.mapper;

import io.dmio.block.Bio;

/**
 * Hears what targets do that is no error, so that what differs below them is explained. It is told
 * of each piece before that ends.
 */
public interface TargetWatch {

  /** Nobody hears. */
  TargetWatch NONE =
      new TargetWatch() {
        @Override
        public void dropped(int table, int device, long first, long count, Bio bio) {}

        @Override
        public void corrupting(int table, int device, long first, long count, Bio bio) {}

        @Override
        public void flushDropped(int table, int device, Bio bio) {}

        @Override
        public void misread(int table, int device, long first, long count, Bio bio) {}
      };

  /**
   * A write is about to end well that is not passed on.
   *
   * @param table the number of the stacked device whose target did it
   * @param device the number of the device below
   * @param first the first sector of that device
   * @param count how many
   * @param bio the piece that came to the target
   */
  void dropped(int table, int device, long first, long count, Bio bio);

  /**
   * A write is about to be passed on with something else in some of its sectors; as {@link
   * #dropped}. They may hold that from now on, however the write ends.
   */
  void corrupting(int table, int device, long first, long count, Bio bio);

  /** A flush of a device below is about to end well that is not passed on. */
  void flushDropped(int table, int device, Bio bio);

  /** One read delivers something else than sectors hold; as {@link #dropped}. */
  void misread(int table, int device, long first, long count, Bio bio);
}
