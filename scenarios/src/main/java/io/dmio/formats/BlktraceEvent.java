package io.dmio.formats;

/**
 * A record of a blktrace file, version 7.
 *
 * @param nanos when
 * @param sector the first sector
 * @param bytes how many bytes
 * @param act what happened: one of the constants here
 * @param categories bits of what the request is
 * @param device {@code major << 20 | minor}
 * @param error the errno of a completion, 0 or positive
 * @param payload what follows the record
 */
record BlktraceEvent(
    long nanos,
    long sector,
    long bytes,
    int act,
    int categories,
    int device,
    int error,
    byte[] payload) {

  static final int MAGIC = 0x65617400;
  static final int VERSION = 7;
  static final int SIZE = 48;

  static final int QUEUE = 1;
  static final int GET = 4;
  static final int ISSUE = 7;
  static final int COMPLETE = 8;
  static final int INSERT = 12;
  static final int REMAP = 15;

  static final int NOTIFY_PROCESS = 0;
  static final int NOTIFY_TIMESTAMP = 1;
  static final int NOTIFY_MESSAGE = 2;

  static final int READ = 1;
  static final int WRITE = 1 << 1;
  static final int FLUSH = 1 << 2;
  static final int SYNC = 1 << 3;
  static final int QUEUED = 1 << 4;
  static final int ISSUED = 1 << 6;
  static final int COMPLETED = 1 << 7;
  static final int FS = 1 << 8;
  static final int NOTIFY = 1 << 10;
  static final int AHEAD = 1 << 11;
  static final int META = 1 << 12;
  static final int DISCARD = 1 << 13;
  static final int FUA = 1 << 15;

  /** Whether all these bits are among its categories. */
  boolean is(int bits) {
    return (categories & bits) == bits;
  }

  /** Its device as blkparse prints it. */
  String deviceName() {
    return (device >>> 20) + "," + (device & 0xfffff);
  }
}
