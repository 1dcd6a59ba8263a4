package io.dmio.workload;

import java.util.List;

/**
 * A load in fio's words; sizes in sectors.
 *
 * @param pattern what is done where
 * @param readPercent of mixed patterns, 0..100
 * @param blockSectors sectors of one call
 * @param ioDepth calls under way at once
 * @param calls how many altogether ({@code number_ios}); {@link Long#MAX_VALUE}: until the runtime
 * @param runtimeNanos no call begins later than this after the load's begin
 * @param offset the first sector of the range
 * @param size sectors of the range
 * @param devices the devices' numbers
 * @param copies how many of the devices a write goes to; a read goes to one
 * @param thinkNanos pause after each completed call
 * @param sync whether the calls are synchronous
 * @param memory the buffers' layout
 * @param verify whether written data is read back and compared at the end
 * @param stopOnError whether the first failed call ends the load
 * @param stream the name of the stream that it draws from
 * @param client the number of the client whose pools serve the calls
 * @param fsync after so many writes all devices are flushed; 0: never (linux-6.1)
 */
public record LoadSpec(
    Pattern pattern,
    int readPercent,
    Quantity blockSectors,
    int ioDepth,
    long calls,
    long runtimeNanos,
    long offset,
    long size,
    List<Integer> devices,
    Quantity copies,
    long thinkNanos,
    boolean sync,
    MemorySpec memory,
    boolean verify,
    boolean stopOnError,
    String stream,
    int client,
    long fsync) {

  /** Copies the list. */
  public LoadSpec {
    devices = List.copyOf(devices);
  }

  /** fio's {@code rw}. */
  public enum Pattern {
    /** Sequential reads. */
    READ("read"),
    /** Sequential writes. */
    WRITE("write"),
    /** Random reads. */
    RANDREAD("randread"),
    /** Random writes. */
    RANDWRITE("randwrite"),
    /** Sequential reads and writes. */
    RW("rw"),
    /** Random reads and writes. */
    RANDRW("randrw");

    private final String text;

    Pattern(String text) {
      this.text = text;
    }

    /** fio's word. */
    public String text() {
      return text;
    }
  }
}
