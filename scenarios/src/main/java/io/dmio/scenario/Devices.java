package io.dmio.scenario;

import io.dmio.block.Sectors;
import io.dmio.fault.Extent;
import io.dmio.workload.RegionSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The devices of a file by name; numbers follow the order of the names. */
final class Devices {

  /** The most sectors of a region: every one of them is followed. */
  static final long MOST_SECTORS = 1 << 21;

  private final Map<String, Device> byName = new TreeMap<>();
  private final Mistakes mistakes;
  private final boolean known;

  /**
   * A device.
   *
   * @param number in the order of names
   * @param sectors its size; {@link Long#MAX_VALUE} if that is unknown
   * @param holds whether it keeps bios until they are released
   */
  record Device(int number, String name, long sectors, boolean holds) {}

  Devices(@Nullable List<Entry<Fields>> written, Mistakes mistakes) {
    this.mistakes = mistakes;
    this.known = written != null;
    List<Entry<Fields>> entries = written == null ? List.of() : written;
    List<Entry<Fields>> sorted = Sorted.byName(entries);
    for (Entry<Fields> entry : sorted) {
      Long bytes = entry.value() == null ? null : entry.value().get(DeviceKeys.SIZE);
      boolean whole = bytes != null && bytes > 0 && bytes % Sectors.SIZE == 0;
      long sectors = bytes == null || !whole ? Long.MAX_VALUE : Sectors.ofBytes(bytes);
      boolean holds = entry.value() != null && entry.value().has(DeviceKeys.HOLD);
      byName.put(entry.name(), new Device(byName.size(), entry.name(), sectors, holds));
    }
  }

  /** The device of a name, or null after a mistake was reported, here or at the devices. */
  @Nullable Device find(String name, Position at) {
    Device device = byName.get(name);
    if (device == null && known) {
      mistakes.report(at, "there is no device '" + name + "'", Guess.of(name, byName.keySet()));
    }
    return device;
  }

  /** The size of the device with a number; {@link Long#MAX_VALUE} if that is unknown. */
  long sectors(int number) {
    return byName.values().stream()
        .filter(device -> device.number() == number)
        .mapToLong(Device::sectors)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  /** The sectors that a rule is about, or null after a mistake was reported. */
  @Nullable Extent extent(Located<PlaceText> place) {
    Device device = find(place.value().device(), place.at());
    if (device == null) {
      return null;
    }
    if (place.value().isWhole()) {
      return new Extent(device.number(), 0, device.sectors());
    }
    long first = place.value().first();
    long count = place.value().count();
    boolean within = checkEnd(device, first, count, place.at(), "it can never fire there");
    return within ? new Extent(device.number(), first, count) : null;
  }

  /** A region, or null after a mistake was reported. */
  @Nullable RegionSpec region(Located<PlaceText> place, boolean pastEnd) {
    Device device = find(place.value().device(), place.at());
    if (device == null) {
      return null;
    }
    long first = place.value().first();
    long count = place.value().count();
    if (count > MOST_SECTORS) {
      mistakes.report(
          place.at(),
          "a region of more than 1GiB: " + count + " sectors",
          "at most " + MOST_SECTORS + " sectors; make several calls");
      return null;
    }
    if (!pastEnd) {
      checkEnd(device, first, count, place.at(), "write past-end: true if that is meant");
    }
    return new RegionSpec(device.number(), first, count);
  }

  private boolean checkEnd(Device device, long first, long count, Position at, String hint) {
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
