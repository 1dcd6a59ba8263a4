package io.dmio.device;

/**
 * Whether a disk keeps the bios that come until it is told to serve them, and in which order then.
 */
public enum HoldOrder {
  /** It keeps none. */
  NONE,
  /** The oldest first. */
  FIFO,
  /** The newest first. */
  LIFO
}
