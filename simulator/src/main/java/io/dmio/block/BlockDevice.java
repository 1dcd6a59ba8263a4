package io.dmio.block;

/** A device that takes bios: the only place where the engine and the devices meet. */
public interface BlockDevice {

  /** The number of the device, from 0; names are in the run's result. */
  int id();

  /** The name of the device, as in the scenario. */
  String name();

  /** Its size in sectors. */
  long sectors();

  /** What its queue accepts just now. */
  QueueLimits limits();

  /** Whether it announces a volatile write cache, so that PREFLUSH and FUA reach its driver. */
  default boolean hasWriteCache() {
    return false;
  }

  /**
   * Takes a bio. Never waits; may end the bio before it returns. From here until {@link Bio#end}
   * the device may move the bio's iterator.
   */
  void submit(Bio bio);
}
