package io.dmio.testbed;

import io.dmio.device.PowerCutRecord;
import java.util.List;

/**
 * What was done to a world from outside, and what came of that.
 *
 * @param events every event of the scenario, by number
 * @param boots when each boot of the host began, in virtual nanoseconds; the first is 0
 * @param powerCuts what each power cut did to each disk that it hit, by time; of a disk the first
 *     {@link PowerCutRecord#MOST_CUTS}
 */
public record ExternalEvents(
    List<EventResult> events, List<Long> boots, List<PowerCutRecord> powerCuts) {

  /** Nothing was done. */
  public static final ExternalEvents NOTHING =
      new ExternalEvents(List.of(), List.of(0L), List.of());

  /** Copies the lists. */
  public ExternalEvents {
    events = List.copyOf(events);
    boots = List.copyOf(boots);
    powerCuts = List.copyOf(powerCuts);
  }

  /**
   * An event of the scenario at the end.
   *
   * @param event what was to be done
   * @param timeNanos when it was done, or -1: its moment never came
   */
  public record EventResult(WorldEvent event, long timeNanos) {

    /** Whether it was done. */
    public boolean happened() {
      return timeNanos >= 0;
    }
  }
}
