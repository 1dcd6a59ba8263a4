package io.dmio.device;

/** What a disk's cache is. */
public enum CacheMode {
  /** There is none. */
  NONE,
  /** Writes go through it to the medium. */
  WRITE_THROUGH,
  /** Writes end when they are in it: the block layer lets PREFLUSH and FUA through. */
  WRITE_BACK
}
