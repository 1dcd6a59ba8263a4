package io.dmio.generator;

import io.dmio.generator.Draft.Call;
import io.dmio.generator.Draft.Device;
import io.dmio.generator.Draft.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Draws loads in fio's words. */
final class LoadDraw {

  private static final long SECTOR = 512;

  private final Draft draft;
  private final Draw draw;

  LoadDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
  }

  /** A load. */
  Map<String, Object> load(StepScope scope) {
    List<Device> devices = devices();
    long smallest = devices.stream().mapToLong(Device::sectors).min().orElseThrow();
    String rw = draw.of("read", "write", "randread", "randwrite", "rw", "randrw");
    Map<String, Object> load = Flow.map("rw", rw);
    long largest = block(load, smallest);
    place(load, smallest, largest);
    if (draw.chance(50)) {
      load.put("iodepth", draw.between(1, 6));
    }
    load.put("number_ios", draw.between(1, 12));
    load.put("devices", new ArrayList<>(devices.stream().map(Device::name).toList()));
    if (draw.chance(40)) {
      int least = draw.between(1, devices.size());
      int most = draw.between(least, devices.size());
      load.put("copies", least == most ? (Object) least : least + "-" + most);
    }
    habits(load, rw, largest);
    if (devices.stream().noneMatch(Device::stacked) && draw.chance(20)) {
      load.put("verify", true);
    }
    String id = draft.newName("l");
    TreeSet<String> names = new TreeSet<>();
    devices.forEach(device -> names.add(device.name()));
    draft.calls.add(new Call(new Named(id, scope.dimensions()), "load", names, scope.task()));
    return Flow.map("load", load, "id", id);
  }

  private List<Device> devices() {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int i = draw.between(1, 3); i > 0; i--) {
      numbers.add(draft.devices.indexOf(draft.device()));
    }
    return numbers.stream().map(draft.devices::get).toList();
  }

  private long block(Map<String, Object> load, long smallest) {
    long most = Math.min(smallest, 40);
    long low = draw.between(1, most);
    if (draw.chance(50)) {
      load.put("bs", low * SECTOR + "B");
      return low;
    }
    long high = draw.between(low, most);
    load.put("bsrange", low * SECTOR + "B-" + high * SECTOR + "B");
    return high;
  }

  private void place(Map<String, Object> load, long smallest, long largest) {
    long offset = draw.chance(40) ? draw.between(0L, Math.min(16, smallest - largest)) : 0;
    if (offset > 0) {
      load.put("offset", offset * SECTOR + "B");
    }
    if (draw.chance(60)) {
      long most = Math.min(smallest - offset, largest + 64);
      load.put("size", draw.between(largest, most) * SECTOR + "B");
    }
  }

  private void habits(Map<String, Object> load, String rw, long largest) {
    if (rw.endsWith("rw") && draw.chance(50)) {
      load.put("rwmixread", draw.below(101));
    }
    if (draw.chance(15)) {
      load.put("randseed", draw.below(5));
    }
    if (draw.chance(20)) {
      load.put("thinktime", new TimeDraw(draw).time());
    }
    if (draw.chance(15)) {
      load.put("runtime", draw.between(1, 5) + "ms");
    }
    if (draw.chance(30)) {
      load.put("memory", new MemoryDraw(draft).memory(largest, rw.endsWith("read")));
    }
    if (draw.chance(30)) {
      load.put("mode", draw.of("sync", "async"));
    }
    if (draw.chance(25)) {
      load.put("on-error", draw.of("stop", "continue"));
    }
    if (!draft.clients.isEmpty() && draw.chance(50)) {
      load.put("client", draw.of(draft.clients));
    }
    if (draft.linux && !rw.endsWith("read") && draw.chance(30)) {
      load.put("fsync", draw.between(1, 4));
    }
  }
}
