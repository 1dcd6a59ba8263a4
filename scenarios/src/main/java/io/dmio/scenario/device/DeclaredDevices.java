package io.dmio.scenario.device;

import io.dmio.block.Sectors;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.Devices.Device;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.yaml.Mistakes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers the devices of a file: in the order of their names, disks before stacked devices. */
public final class DeclaredDevices {

  private final List<Device> devices = new ArrayList<>();

  private DeclaredDevices(List<Entry<ParsedObject>> written) {
    List<Entry<ParsedObject>> sorted = Sorted.byName(written);
    for (Entry<ParsedObject> entry : sorted) {
      if (!isStacked(entry)) {
        add(entry, sectorsOfDisk(entry.value()));
      }
    }
    for (Entry<ParsedObject> entry : sorted) {
      if (isStacked(entry)) {
        add(entry, sectorsOfTable(entry.value()));
      }
    }
  }

  /** The devices of a file; null, which a mistake explains, knows none of them. */
  public static Devices of(@Nullable List<Entry<ParsedObject>> written, Mistakes mistakes) {
    return new Devices(written == null ? null : new DeclaredDevices(written).devices, mistakes);
  }

  private static boolean isStacked(Entry<ParsedObject> entry) {
    return entry.value() != null && entry.value().has(DeviceKeys.TABLE);
  }

  private void add(Entry<ParsedObject> entry, long sectors) {
    boolean holds = entry.value() != null && entry.value().has(DeviceKeys.HOLD);
    devices.add(new Device(devices.size(), entry.name(), sectors, holds, isStacked(entry)));
  }

  private static long sectorsOfDisk(@Nullable ParsedObject fields) {
    Long bytes = fields == null ? null : fields.get(DeviceKeys.SIZE);
    boolean whole = bytes != null && bytes > 0 && bytes % Sectors.SIZE == 0;
    return bytes == null || !whole ? Long.MAX_VALUE : Sectors.ofBytes(bytes);
  }

  private static long sectorsOfTable(@Nullable ParsedObject fields) {
    List<TableLine> lines = fields == null ? null : fields.get(DeviceKeys.TABLE);
    long end = lines == null || lines.isEmpty() ? -1 : lines.get(lines.size() - 1).end();
    return end < 0 ? Long.MAX_VALUE : end;
  }
}
