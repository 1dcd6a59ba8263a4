package io.dmio.testbed;

import io.dmio.device.Survival;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Disks lose their power: what they have not made durable survives or not, and their bios end
     * OFFLINE until power returns.
     *
     * @param devices the numbers of the disks
     * @param survival what survives
     * @param restoredNanos how long after it power returns, or -1 for never
     */
    record PowerCut(List<Integer> devices, Survival survival, long restoredNanos)
        implements Action {

      /** Copies the list. */
      public PowerCut {
        devices = List.copyOf(devices);
      }
    }

    /**
     * The host and all disks lose their power. Nothing of the host hears of it: engine, pools,
     * memory and tasks are gone without a callback.
     *
     * @param survival what survives on the disks
     * @param rebootNanos how long after it the next boot begins, or -1 for never
     */
    record CrashHost(Survival survival, long rebootNanos) implements Action {}

    /**
     * The paths to disks break: their bios end OFFLINE, and what is cached stays.
     *
     * @param devices the numbers of the disks
     */
    record Offline(List<Integer> devices) implements Action {

      /** Copies the list. */
      public Offline {
        devices = List.copyOf(devices);
      }
    }

    /**
     * The paths to disks are back.
     *
     * @param devices the numbers of the disks
     */
    record Online(List<Integer> devices) implements Action {

      /** Copies the list. */
      public Online {
        devices = List.copyOf(devices);
      }
    }

    /**
     * A signal for a task. It stays pending until a synchronous call of the task begins to wait for
     * bios: that call returns -EINTR without error bits, and its bios end later. In classic dm-io
     * the sleep is uninterruptible and a pending signal is looked at before it, so a signal does
     * not wake a call that waits already, but meets the next one. Calls of linux-6.1 do not look.
     *
     * @param task the name of a task, or of a task with instances: all of them
     */
    record Signal(String task) implements Action {}

    /** No fault fires from now on. */
    record Quiet() implements Action {}

    /** What survives on disks that lose their power by it; null: none does. */
    default @Nullable Survival survival() {
      return null;
    }

    /** Whether a world is to be run for every state that this allows. */
    default boolean triesEach() {
      return survival() == Survival.EACH;
    }
  }
}
