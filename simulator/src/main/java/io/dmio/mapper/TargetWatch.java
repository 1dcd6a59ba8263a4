package io.dmio.mapper;

import io.dmio.block.Bio;

/**
 * Is told what targets do without failing a bio, which explains why the data below differ. It is
 * told before the piece ends.
 */
public interface TargetWatch {

  /** Ignores everything. */
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
   * A write that is not passed on is about to end well.
   *
   * @param table the number of the stacked device whose target did it
   * @param device the number of the device below
   * @param first the first sector on that device
   * @param count how many sectors
   * @param bio the piece that came to the target
   */
  void dropped(int table, int device, long first, long count, Bio bio);

  /**
   * A write is about to be passed on with other data in some of its sectors, which may hold these
   * from now on, however the write ends. The parameters are those of {@link #dropped}.
   */
  void corrupting(int table, int device, long first, long count, Bio bio);

  /** A flush of a device below that is not passed on is about to end well. */
  void flushDropped(int table, int device, Bio bio);

  /** A read delivers other data than sectors hold. The parameters are those of {@link #dropped}. */
  void misread(int table, int device, long first, long count, Bio bio);
}
