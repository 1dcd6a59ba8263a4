package io.dmio.mapper;

/** Tells a {@link FlakeyTarget} when it is down. */
@FunctionalInterface
public interface FlakeyClock {

  /** Whether the target is down now. */
  boolean isDown();

  /** All tables are loaded. */
  default void start() {}

  /** The host is gone. */
  default void stop() {}
}
