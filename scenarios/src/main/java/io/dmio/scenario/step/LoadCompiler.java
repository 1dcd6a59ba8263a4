package io.dmio.scenario.step;

import io.dmio.block.Sectors;
import io.dmio.engine.Capability;
import io.dmio.engine.IoRequest;
import io.dmio.fault.FaultOp;
import io.dmio.mapper.SectorMap;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.SharedSectors;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Range;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.LoadSpec.Area;
import io.dmio.workload.LoadSpec.Calls;
import io.dmio.workload.LoadSpec.Pace;
import io.dmio.workload.LoadSpec.Pattern;
import io.dmio.workload.LoadSpec.Shape;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes loads of fio's words. */
final class LoadCompiler {

  private static final long DEFAULT_BLOCK = 4096;
  private static final int DEFAULT_READ_PERCENT = 50;

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final Devices devices;
  private final TouchedSectors touched;

  LoadCompiler(Mistakes mistakes, DialectTerms terms, Devices devices, TouchedSectors touched) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.devices = devices;
    this.touched = touched;
  }

  /** A load, or null after mistakes were reported. */
  @Nullable Step compile(ParsedObject step, String id) {
    ParsedObject load = step.get(StepKeys.LOAD);
    String rw = load == null ? null : load.get(StepKeys.RW);
    if (load == null || rw == null) {
      return null;
    }
    Pattern pattern = pattern(rw);
    List<Devices.Device> on = devicesOf(load);
    Quantity block = block(load);
    Quantity copies = copies(load, on);
    checkEnd(load);
    if (on.isEmpty() || block == null || copies == null) {
      return null;
    }
    long offset = Sectors.ofBytes(aligned(load, StepKeys.OFFSET, 0));
    long size = size(load, on, offset, block);
    addReach(pattern, on, offset, size);
    checkShared(load, on, offset, size);
    return new Step.Load(
        id,
        new LoadSpec(
            new Shape(pattern, readPercent(load, pattern), block, copies),
            new Area(numbers(on), offset, size),
            pace(load),
            calls(load, block),
            fsync(load, pattern, on),
            load.get(StepKeys.LOAD_VERIFY, false),
            stream(load, id)));
  }

  private static Pace pace(ParsedObject load) {
    return new Pace(
        Math.toIntExact(load.get(StepKeys.IODEPTH, 1L)),
        load.get(StepKeys.NUMBER_IOS, Long.MAX_VALUE),
        load.get(StepKeys.RUNTIME, Long.MAX_VALUE),
        load.get(StepKeys.THINKTIME, 0L),
        load.get(StepKeys.ON_ERROR, "continue").equals("stop"));
  }

  private Calls calls(ParsedObject load, Quantity block) {
    return new Calls(
        load.get(StepKeys.LOAD_MODE, "async").equals("sync"),
        new MemoryCompiler(mistakes, terms).compile(load, block.high()),
        terms.client(load, CallKeys.CLIENT));
  }

  private static Pattern pattern(String text) {
    for (Pattern pattern : Pattern.values()) {
      if (pattern.text().equals(text)) {
        return pattern;
      }
    }
    throw new IllegalArgumentException(text);
  }

  private static List<Integer> numbers(List<Devices.Device> devices) {
    List<Integer> numbers = new ArrayList<>();
    for (Devices.Device device : devices) {
      numbers.add(device.number());
    }
    return numbers;
  }

  private static String stream(ParsedObject load, String id) {
    Long seed = load.get(StepKeys.RANDSEED);
    return seed == null ? "load/" + id : "load/randseed-" + Long.toUnsignedString(seed);
  }

  private long fsync(ParsedObject load, Pattern pattern, List<Devices.Device> on) {
    long every = load.get(StepKeys.FSYNC, 0L);
    if (every == 0 || !terms.demand(Capability.FLUSHES, load.keyAt(StepKeys.FSYNC), "'fsync' is")) {
      return 0;
    }
    if (!writes(pattern)) {
      mistakes.report(
          load.keyAt(StepKeys.FSYNC),
          "'fsync' means nothing with rw: " + pattern.text(),
          "use a pattern that writes, or remove it");
    }
    if (on.size() > IoRequest.MAX_REGIONS) {
      mistakes.report(
          load.keyAt(StepKeys.FSYNC),
          "'fsync' flushes all devices at once, and a call has at most 64 regions",
          "make several loads");
    }
    on.forEach(device -> touched.addFlush(device.number()));
    return every;
  }

  private static boolean writes(Pattern pattern) {
    return !pattern.text().endsWith("read");
  }

  private List<Devices.Device> devicesOf(ParsedObject load) {
    List<Devices.Device> found = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Located<String> name : load.get(StepKeys.DEVICES, List.of())) {
      Devices.Device device = devices.find(name.value(), name.at());
      if (names.contains(name.value())) {
        mistakes.report(name.at(), "'" + name.value() + "' stands here twice", null);
      } else if (device != null) {
        found.add(device);
        names.add(device.name());
      }
    }
    return found;
  }

  private @Nullable Quantity block(ParsedObject load) {
    if (load.has(StepKeys.BS) && load.has(StepKeys.BSRANGE)) {
      mistakes.report(load.keyAt(StepKeys.BSRANGE), "'bsrange' together with 'bs'", "keep one");
    }
    Range range = load.get(StepKeys.BSRANGE, Range.of(load.get(StepKeys.BS, DEFAULT_BLOCK)));
    Key<?> key = load.has(StepKeys.BSRANGE) ? StepKeys.BSRANGE : StepKeys.BS;
    boolean whole = range.low() % Sectors.SIZE == 0 && range.high() % Sectors.SIZE == 0;
    if (range.low() == 0 || !whole) {
      mistakes.report(load.at(key), "a block must be a multiple of 512B", null);
      return null;
    }
    if (range.high() > Sectors.toBytes(Bounds.REGION_SECTORS)) {
      mistakes.report(load.at(key), "a block must not be larger than 1GiB", null);
      return null;
    }
    return new Quantity(Sectors.ofBytes(range.low()), Sectors.ofBytes(range.high()));
  }

  private @Nullable Quantity copies(ParsedObject load, List<Devices.Device> on) {
    Range copies = load.get(StepKeys.COPIES, Range.of(1));
    int listed = load.get(StepKeys.DEVICES, List.of()).size();
    if (copies.high() > listed && listed > 0) {
      mistakes.report(
          load.at(StepKeys.COPIES),
          copies.high() + " copies on " + listed + (listed == 1 ? " device" : " devices"),
          "each copy goes to another device");
      return null;
    }
    return on.isEmpty() ? null : StepCompiler.quantity(copies);
  }

  private void checkEnd(ParsedObject load) {
    if (!load.has(StepKeys.NUMBER_IOS) && !load.has(StepKeys.RUNTIME)) {
      mistakes.report(load.at(), "this load never ends", "add number_ios or runtime");
    }
  }

  private int readPercent(ParsedObject load, Pattern pattern) {
    boolean mixed = pattern == Pattern.RW || pattern == Pattern.RANDRW;
    if (!mixed && load.has(StepKeys.RWMIXREAD)) {
      mistakes.report(
          load.keyAt(StepKeys.RWMIXREAD),
          "'rwmixread' means nothing with rw: " + pattern.text(),
          "use rw or randrw, or remove it");
    }
    boolean reads = pattern == Pattern.READ || pattern == Pattern.RANDREAD;
    int pure = reads ? 100 : 0;
    return mixed
        ? Math.toIntExact(load.get(StepKeys.RWMIXREAD, (long) DEFAULT_READ_PERCENT))
        : pure;
  }

  private long aligned(ParsedObject load, Key<Long> key, long otherwise) {
    long bytes = load.get(key, otherwise);
    if (bytes % Sectors.SIZE != 0) {
      mistakes.report(load.at(key), "'" + key.name() + "' must be a multiple of 512B", null);
    }
    return bytes;
  }

  private long size(ParsedObject load, List<Devices.Device> on, long offset, Quantity block) {
    Devices.Device smallest = on.get(0);
    for (Devices.Device device : on) {
      smallest = device.sectors() < smallest.sectors() ? device : smallest;
    }
    long most = Math.max(0, smallest.sectors() - offset);
    boolean written = load.has(StepKeys.SIZE);
    long size = written ? Sectors.ofBytes(aligned(load, StepKeys.SIZE, Sectors.SIZE)) : most;
    Position at = load.at(written ? StepKeys.SIZE : StepKeys.OFFSET);
    if (size > most) {
      mistakes.report(
          at,
          "the load goes past the end of '" + smallest.name() + "'",
          "which has " + smallest.sectors() + " sectors");
    } else if (size < block.high()) {
      mistakes.report(at, "the range is smaller than a block", null);
    }
    return size;
  }

  /** A load that verifies must be alone on its sectors, so its devices must not share any. */
  private void checkShared(ParsedObject load, List<Devices.Device> on, long offset, long size) {
    boolean stacked = on.stream().anyMatch(Devices.Device::stacked);
    SectorMap map = touched.map();
    if (!stacked || map == null || !load.get(StepKeys.LOAD_VERIFY, false)) {
      return;
    }
    try {
      checkShared(load, on, offset, size, new SharedSectors(map));
    } catch (SharedSectors.TooManyParts many) {
      mistakes.report(
          load.keyAt(StepKeys.LOAD_VERIFY),
          "'verify' on stacked devices that lie in too many parts to see whether they share sectors: "
              + many.getMessage(),
          "write a smaller 'size' of the load");
    }
  }

  private void checkShared(
      ParsedObject load, List<Devices.Device> on, long offset, long size, SharedSectors sectors) {
    for (Devices.Device device : on) {
      if (sectors.add(device.number(), offset, size)) {
        mistakes.report(
            load.keyAt(StepKeys.LOAD_VERIFY),
            "'verify' on devices that share sectors: what is written to one of them changes '"
                + device.name()
                + "'",
            "remove it, or use devices that do not stand on each other");
      }
    }
  }

  private void addReach(Pattern pattern, List<Devices.Device> on, long offset, long size) {
    boolean reads = !pattern.text().endsWith("write");
    for (Devices.Device device : on) {
      RegionSpec range = new RegionSpec(device.number(), offset, size);
      if (reads) {
        touched.add(range, FaultOp.READ);
      }
      if (writes(pattern)) {
        touched.add(range, FaultOp.WRITE);
      }
    }
  }
}
