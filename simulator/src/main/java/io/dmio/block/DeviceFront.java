package io.dmio.block;

/** A device that stands before another one, and answers for it whatever is asked. */
public interface DeviceFront extends BlockDevice {

  /** The device that it stands before. */
  BlockDevice behind();

  @Override
  default int id() {
    return behind().id();
  }

  @Override
  default String name() {
    return behind().name();
  }

  @Override
  default long sectors() {
    return behind().sectors();
  }

  @Override
  default QueueLimits limits() {
    return behind().limits();
  }

  @Override
  default boolean hasWriteCache() {
    return behind().hasWriteCache();
  }
}
