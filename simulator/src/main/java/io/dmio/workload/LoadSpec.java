package io.dmio.workload;

import java.util.List;

/**
 * A load in fio's words; sizes in sectors.
 *
 * @param shape what each call does
 * @param area where the calls go to
 * @param pace how many calls there are, and when
 * @param calls how the calls are made
 * @param fsync the number of writes after which all devices are flushed; 0: never
 * @param verify whether written data is read back and compared at the end
 * @param stream the name of the stream that it draws from
 */
public record LoadSpec(
    Shape shape, Area area, Pace pace, Calls calls, long fsync, boolean verify, String stream) {

  /**
   * What each call does.
   *
   * @param pattern reads or writes, in order or at random
   * @param readPercent reads of mixed patterns, 0..100
   * @param blockSectors sectors of one call
   * @param copies how many of the devices a write goes to; a read goes to one
   */
  public record Shape(Pattern pattern, int readPercent, Quantity blockSectors, Quantity copies) {}

  /**
   * Where calls go to: the same range of each device.
   *
   * @param devices the devices' numbers
   * @param offset the first sector of the range
   * @param size sectors of the range
   */
  public record Area(List<Integer> devices, long offset, long size) {

    /** Copies the list. */
    public Area {
      devices = List.copyOf(devices);
    }
  }

  /**
   * How many calls there are, and when.
   *
   * @param ioDepth calls under way at once
   * @param most calls in all ({@code number_ios}); {@link Long#MAX_VALUE}: until the runtime is
   *     over
   * @param runtimeNanos no call begins later than this after the load began
   * @param thinkNanos pause after each call that has ended
   * @param stopOnError whether the first failed call ends the load
   */
  public record Pace(
      int ioDepth, long most, long runtimeNanos, long thinkNanos, boolean stopOnError) {

    /** This many calls, without a pause, whatever becomes of them. */
    public static Pace of(int ioDepth, long most) {
      return new Pace(ioDepth, most, Long.MAX_VALUE, 0, false);
    }
  }

  /**
   * How calls are made.
   *
   * @param sync whether they are synchronous
   * @param memory the buffers' layout
   * @param client the number of the client whose pools serve them
   */
  public record Calls(boolean sync, MemorySpec memory, int client) {

    /** Asynchronous, from page lists, of the first client. */
    public static final Calls ASYNC = new Calls(false, MemorySpec.DEFAULT, 0);
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
