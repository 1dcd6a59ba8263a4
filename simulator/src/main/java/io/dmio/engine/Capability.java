package io.dmio.engine;

/** Something that a dialect of dm-io, or the block layer below it, has or lacks. */
public enum Capability {
  /** Get and put create, resize and destroy the pools, and may be refused. */
  RESIZED_POOLS,
  /** Clients have pools of their own, of a fixed size, and a request names its client. */
  CLIENTS,
  /** Queues of devices may be plugged. */
  PLUGGED_QUEUES,
  /** The block layer cuts a bio that is too large for the queue of a request-based device. */
  SPLIT_REQUESTS,
  /** The operation DISCARD. */
  DISCARD,
  /** The operation WRITE_ZEROES. */
  WRITE_ZEROES,
  /** Caches of devices are flushed: by PREFLUSH, and for a single write by FUA. */
  FLUSHES,
  /** Requests carry flags other than SYNC. */
  REQUEST_FLAGS,
  /** Requests carry an I/O priority. */
  IO_PRIORITY,
  /** The memory of a request may be the kernel's: one physically contiguous piece. */
  KERNEL_MEMORY
}
