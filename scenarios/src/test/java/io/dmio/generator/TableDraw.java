package io.dmio.generator;

import io.dmio.generator.Draft.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Draws tables of the device mapper, on disks and on each other. */
final class TableDraw {

  private final Draft draft;
  private final Draw draw;
  private final TreeSet<String> below = new TreeSet<>();
  private long unit;

  TableDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
  }

  /** A stacked device, which can be named from here on. */
  Map<String, Object> table(String name) {
    unit = draft.devices.stream().mapToLong(Device::block).max().orElse(1);
    below.clear();
    List<Object> lines = new ArrayList<>();
    long next = 0;
    boolean cached = false;
    int count = draw.chance(45) ? 1 : draw.between(2, 4);
    for (int i = 0; i < count; i++) {
      Line line = line();
      lines.add(next + " " + line.sectors + " " + line.words);
      next += line.sectors;
    }
    draft.devices.add(new Device(name, next, (int) unit, cached, false, new TreeSet<>(below)));
    return Flow.map("table", lines);
  }

  private record Line(long sectors, String words) {}

  private Line line() {
    boolean trouble = draft.mood.trouble;
    return switch (draw.weighted(40, 18, 10, 5, trouble ? 11 : 0, trouble ? 24 : 0, 4)) {
      case 0 -> on("linear", "");
      case 1 -> striped();
      case 2 -> delay();
      case 3 -> new Line(length(40), "zero");
      case 4 -> new Line(length(40), "error");
      case 5 -> on("flakey", " " + phases() + features());
      default -> on("dust", " " + draw.of(512, 1024, 4096));
    };
  }

  private long length(long most) {
    long units = Math.max(1, most / unit);
    return unit
        * (draw.chance(30)
            ? units
            : draw.between(Math.min(units, draw.of(1L, 8L, 16L)), Math.min(units, 48)));
  }

  /** A lower device and an offset at which so many sectors fit. */
  private String lower(Device device, long sectors) {
    below.addAll(device.disks());
    long most = (device.sectors() - sectors) / unit;
    long offset = draw.chance(50) ? 0 : unit * draw.between(0L, Math.min(most, 40));
    return draw.of("", "", "/dev/", "/dev/mapper/") + device.name() + " " + offset;
  }

  private Line on(String target, String rest) {
    Device device = draft.device();
    long sectors = length(Math.min(device.sectors(), 200));
    return new Line(sectors, target + " " + lower(device, sectors) + rest);
  }

  private Line striped() {
    int legs = draw.between(1, 3);
    List<Device> devices = new ArrayList<>();
    for (int leg = 0; leg < legs; leg++) {
      devices.add(draft.device());
    }
    long smallest = devices.stream().mapToLong(Device::sectors).min().orElseThrow();
    long chunk = unit * draw.of(1, 2, 3, 8);
    chunk = Math.min(chunk, smallest / unit * unit);
    long each = chunk * draw.between(1L, Math.min(16, smallest / chunk));
    StringBuilder words = new StringBuilder("striped " + legs + " " + chunk);
    devices.forEach(device -> words.append(' ').append(lower(device, each)));
    return new Line(each * legs, words.toString());
  }

  private Line delay() {
    Device device = draft.device();
    long sectors = length(Math.min(device.sectors(), 200));
    int lanes = draw.weighted(60, 20, 20) + 1;
    List<String> words = new ArrayList<>();
    for (int lane = 0; lane < lanes; lane++) {
      Device other = draft.device();
      Device lower = other.sectors() >= sectors && draw.chance(40) ? other : device;
      words.add(lower(lower, sectors) + " " + draw.of(0, 0, 1, 1, 2, 5, 30));
    }
    return new Line(sectors, "delay " + String.join(" ", words));
  }

  private String phases() {
    return draw.of("0 1", "0 1", "0 1", "0 1", "1 0", "1 1", "1 2", "2 1");
  }

  private String features() {
    int byteNumber = draw.of(1, 5, 512, 513, 700, 4096, 5000);
    int value = draw.below(256);
    String corrupt = "corrupt_bio_byte " + byteNumber;
    return switch (draw.weighted(15, 24, 10, 24, 12, 10, 5)) {
      case 0 -> "";
      case 1 -> " 1 drop_writes";
      case 2 -> " 1 error_writes";
      case 3 -> " 5 " + corrupt + " w " + value + " 0";
      case 4 -> " 5 " + corrupt + " r " + value + " 0";
      case 5 -> " 1 error_reads";
      default -> " 6 drop_writes " + corrupt + " r " + value + " 0";
    };
  }
}
