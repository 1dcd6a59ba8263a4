package io.dmio.scenario.names;

import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.RegionSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The devices of a file by name; numbers follow the order of the names, disks first. */
public final class Devices {

  private final Map<String, Device> byName = new TreeMap<>();
  private final Mistakes mistakes;
  private final boolean known;

  /**
   * A device.
   *
   * @param number in the order of names, that of the first stacked device behind all disks
   * @param sectors its size; {@link Long#MAX_VALUE} if that is unknown
   * @param holds whether it keeps bios until they are released
   * @param stacked whether it has a table
   */
  public record Device(int number, String name, long sectors, boolean holds, boolean stacked) {}

  /**
   * Knows devices.
   *
   * @param all the devices that are written, or null if a mistake hides which they are
   */
  public Devices(@Nullable List<Device> all, Mistakes mistakes) {
    this.mistakes = mistakes;
    this.known = all != null;
    if (all != null) {
      all.forEach(device -> byName.put(device.name(), device));
    }
  }

  /** How many of them are disks. */
  public int disks() {
    return (int) byName.values().stream().filter(device -> !device.stacked()).count();
  }

  /** The number of a device that is there. */
  public int number(String name) {
    return Objects.requireNonNull(byName.get(name)).number();
  }

  /** The name of the device with a number. */
  public String name(int number) {
    return byName.values().stream()
        .filter(device -> device.number() == number)
        .map(Device::name)
        .findFirst()
        .orElseThrow();
  }

  /** The device of a name, or null after a mistake was reported, here or at the devices. */
  public @Nullable Device find(String name, Position at) {
    Device device = byName.get(name);
    if (device == null && known) {
      mistakes.report(at, "there is no device '" + name + "'", Guess.of(name, byName.keySet()));
    }
    return device;
  }

  /** The size of the device with a number; {@link Long#MAX_VALUE} if that is unknown. */
  public long sectors(int number) {
    return byName.values().stream()
        .filter(device -> device.number() == number)
        .mapToLong(Device::sectors)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** A region, or null after a mistake was reported. */
  public @Nullable RegionSpec region(Located<PlaceText> place, boolean pastEnd) {
    Device device = find(place.value().device(), place.at());
    if (device == null) {
      return null;
    }
    long first = place.value().first();
    long count = place.value().count();
    if (count > Bounds.REGION_SECTORS) {
      mistakes.report(
          place.at(),
          "a region of more than 1GiB: " + count + " sectors",
          "at most " + Bounds.REGION_SECTORS + " sectors; make several calls");
      return null;
    }
    if (!pastEnd) {
      checkEnd(device, first, count, place.at(), "write past-end: true if that is meant");
    }
    return new RegionSpec(device.number(), first, count);
  }

  /** Whether a range is within a device; if not, a mistake is reported. */
  boolean checkEnd(Device device, long first, long count, Position at, String hint) {
    boolean within = first <= device.sectors() - count;
    if (!within) {
      mistakes.report(
          at,
          "past the end of '" + device.name() + "', which has " + device.sectors() + " sectors",
          hint);
    }
    return within;
  }
}
