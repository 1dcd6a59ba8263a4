package io.dmio.check;

import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;

/**
 * A disk that is checked.
 *
 * @param name its name
 * @param sectors its size
 * @param contents what it holds
 * @param initial what it held at the start
 * @param habits how it treats bios
 */
public record Medium(
    String name, long sectors, SectorStore contents, SectorContent initial, Habits habits) {

  /**
   * How a disk treats bios.
   *
   * @param cached whether it announces a volatile cache
   * @param requests whether its driver takes requests, and leaves a bio's iterator at the end
   * @param queued whether bios wait or are cut in a queue before it
   */
  public record Habits(boolean cached, boolean requests, boolean queued) {}

  /** Whether it announces a volatile cache. */
  boolean cached() {
    return habits.cached();
  }

  /** Whether its driver takes requests. */
  boolean takesRequests() {
    return habits.requests();
  }
}
