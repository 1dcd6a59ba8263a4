package io.dmio.scenario.names;

import io.dmio.fault.Extent;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.yaml.Mistakes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where faults and events take hold: on disks alone, and how that is said of a stacked device. */
public final class DiskPlaces {

  /** Of how many sectors it is said where they lie. */
  private static final long MOST_ADVISED = 1 << 10;

  private final Mistakes mistakes;
  private final Devices devices;
  private final @Nullable SectorMap map;

  /**
   * Knows where everything lies.
   *
   * @param map of the devices, or null if their tables have mistakes
   */
  public DiskPlaces(Mistakes mistakes, Devices devices, @Nullable SectorMap map) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.map = map;
  }

  /** The sectors that a rule is about, or null after a mistake was reported. */
  public @Nullable Extent extent(Located<PlaceText> place) {
    Devices.Device device = devices.find(place.value().device(), place.at());
    if (device == null) {
      return null;
    }
    if (device.stacked()) {
      mistakes.report(
          place.at(),
          "a fault on the stacked device '" + device.name() + "': only disks have faults",
          advice(device, place.value()));
      return null;
    }
    if (place.value().isWhole()) {
      return new Extent(device.number(), 0, device.sectors());
    }
    long first = place.value().first();
    long count = place.value().count();
    boolean within = devices.checkEnd(device, first, count, place.at(), "it can never fire there");
    return within ? new Extent(device.number(), first, count) : null;
  }

  /** A disk that an event is about, or null after a mistake was reported. */
  public Devices.@Nullable Device disk(Located<String> name) {
    Devices.Device device = devices.find(name.value(), name.at());
    if (device != null && device.stacked()) {
      mistakes.report(
          name.at(),
          "'" + device.name() + "' is a stacked device, which has no power or path of its own",
          map == null ? "name the disks below" : "name what is below it: " + below(device));
      return null;
    }
    return device;
  }

  /** The disks below a device by number; none if that is not known. */
  public List<Integer> disksBelow(Devices.Device device) {
    if (!device.stacked()) {
      return List.of(device.number());
    }
    return map == null
        ? List.of()
        : Arrays.stream(map.disksBelow(device.number())).boxed().toList();
  }

  private String advice(Devices.Device device, PlaceText place) {
    if (map == null) {
      return "write the disk below";
    }
    if (place.isWhole() || place.first() > device.sectors() - place.count()) {
      return "put it on the disks below: " + below(device);
    }
    List<String> parts = new ArrayList<>();
    map.visit(
        device.number(),
        true,
        place.first(),
        Math.min(place.count(), MOST_ADVISED),
        (ground, disk, sector, count, offset) -> {
          if (ground == Ground.DISK) {
            parts.add(devices.name(disk) + "@" + sector + (count == 1 ? "" : "+" + count));
          }
        });
    if (parts.isEmpty()) {
      return "no disk is below these sectors";
    }
    List<String> few = parts.subList(0, Math.min(4, parts.size()));
    return "put it on the disk below: "
        + String.join(", ", few)
        + (few.size() < parts.size() || place.count() > MOST_ADVISED ? ", ..." : "");
  }

  private String below(Devices.Device device) {
    String names = disksBelow(device).stream().map(devices::name).collect(Collectors.joining(", "));
    return names.isEmpty() ? "there is no disk" : names;
  }
}
