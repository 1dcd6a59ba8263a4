package io.dmio.scenario;

import io.dmio.block.Sectors;
import io.dmio.workload.RegionSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The devices of a file by name; numbers follow the order of the names, disks first. */
final class Devices {

  /** The most sectors of a region: every one of them is followed. */
  static final long MOST_SECTORS = 1 << 21;

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
  record Device(int number, String name, long sectors, boolean holds, boolean stacked) {}

  Devices(@Nullable List<Entry<Fields>> written, Mistakes mistakes) {
    this.mistakes = mistakes;
    this.known = written != null;
    List<Entry<Fields>> sorted = Sorted.byName(written == null ? List.of() : written);
    for (Entry<Fields> entry : sorted) {
      if (!isStacked(entry)) {
        add(entry, sectorsOfDisk(entry.value()));
      }
    }
    for (Entry<Fields> entry : sorted) {
      if (isStacked(entry)) {
        add(entry, sectorsOfTable(entry.value()));
      }
    }
  }

  private static boolean isStacked(Entry<Fields> entry) {
    return entry.value() != null && entry.value().has(DeviceKeys.TABLE);
  }

  private void add(Entry<Fields> entry, long sectors) {
    boolean holds = entry.value() != null && entry.value().has(DeviceKeys.HOLD);
    int number = byName.size();
    byName.put(entry.name(), new Device(number, entry.name(), sectors, holds, isStacked(entry)));
  }

  private static long sectorsOfDisk(@Nullable Fields fields) {
    Long bytes = fields == null ? null : fields.get(DeviceKeys.SIZE);
    boolean whole = bytes != null && bytes > 0 && bytes % Sectors.SIZE == 0;
    return bytes == null || !whole ? Long.MAX_VALUE : Sectors.ofBytes(bytes);
  }

  private static long sectorsOfTable(@Nullable Fields fields) {
    List<TableLine> lines = fields == null ? null : fields.get(DeviceKeys.TABLE);
    long end = lines == null || lines.isEmpty() ? -1 : lines.get(lines.size() - 1).end();
    return end < 0 ? Long.MAX_VALUE : end;
  }

  /** How many of them are disks. */
  int disks() {
    return (int) byName.values().stream().filter(device -> !device.stacked()).count();
  }

  /** The number of a device that is there. */
  int number(String name) {
    return Objects.requireNonNull(byName.get(name)).number();
  }

  /** The name of the device with a number. */
  String name(int number) {
    return byName.values().stream()
        .filter(device -> device.number() == number)
        .map(Device::name)
        .findFirst()
        .orElseThrow();
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
