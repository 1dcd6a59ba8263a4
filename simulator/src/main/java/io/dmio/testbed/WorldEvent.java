package io.dmio.testbed;

/**
 * Something that is done to the world from outside, once.
 *
 * @param number its number, from 0 in the order of the file
 * @param name its id, or its verb and number; the moment of this name is reached when it happens
 * @param when when it happens
 * @param action what is done
 */
public record WorldEvent(int number, String name, When when, Action action) {

  /** When an event happens. */
  public sealed interface When {

    /**
     * At a time.
     *
     * @param nanos virtual nanoseconds from the start of the run
     */
    record At(long nanos) implements When {}

    /**
     * A time after a moment.
     *
     * @param moment a call that has ended, a mark, a task, a rule or another event
     * @param delayNanos virtual nanoseconds after it
     */
    record After(String moment, long delayNanos) implements When {}

    /**
     * When a bio of a call has gone to its device.
     *
     * @param call the call's name
     * @param device the number of the device
     * @param index the bio's place among the call's bios to that device, from 0
     */
    record AtBio(String call, int device, int index) implements When {}

    /**
     * When the event log has this record.
     *
     * @param record its number, from 0
     */
    record AtEvent(long record) implements When {}
  }

  /** What is done. */
  public sealed interface Action {

    /**
     * A disk serves the bios that it holds.
     *
     * @param device the number of the disk
     */
    record Release(int device) implements Action {}
  }
}
