package io.dmio.scenario.device;

import io.dmio.block.QueueLimits;
import io.dmio.block.Sectors;
import io.dmio.device.CacheMode;
import io.dmio.device.CacheSpec;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.HoldOrder;
import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Fraction;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes disks of what is written about devices. */
public final class DeviceCompiler {

  private final Mistakes mistakes;

  public DeviceCompiler(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** All disks in the order of their names; those with mistakes are left out. */
  public List<DiskSpec> compile(List<Entry<ParsedObject>> entries) {
    List<DiskSpec> disks = new ArrayList<>();
    for (Entry<ParsedObject> entry : Sorted.byName(entries)) {
      ParsedObject fields = entry.value();
      DiskSpec disk =
          fields == null || fields.has(DeviceKeys.TABLE)
              ? null
              : disk(disks.size(), entry.name(), fields);
      if (disk != null) {
        disks.add(disk);
      }
    }
    return disks;
  }

  private @Nullable DiskSpec disk(int id, String name, ParsedObject fields) {
    QueueLimits limits = limits(fields);
    LatencyProfile latency = latencies(fields);
    Long bytes = fields.get(DeviceKeys.SIZE);
    if (bytes == null || limits == null || latency == null) {
      return null;
    }
    if (bytes == 0 || bytes % limits.logicalBlockBytes() != 0) {
      mistakes.report(
          fields.at(DeviceKeys.SIZE),
          "a size must be some blocks of " + limits.logicalBlockBytes() + " bytes",
          "found " + bytes + " bytes");
      return null;
    }
    int atomic = atomicUnit(fields, limits);
    CacheSpec cache = cache(fields.get(DeviceKeys.CACHE), atomic);
    if (atomic < 0 || cache == null) {
      return null;
    }
    return DiskSpec.builder(id, name, Sectors.ofBytes(bytes))
        .pattern(fields.get(DeviceKeys.CONTENT, -1L))
        .latency(latency)
        .queueDepth(Math.toIntExact(fields.get(DeviceKeys.QUEUE_DEPTH, (long) Integer.MAX_VALUE)))
        .driver(driver(fields))
        .limits(limits)
        .hold(hold(fields.get(DeviceKeys.HOLD)))
        .cache(cache)
        .atomicWriteBytes(atomic)
        .build();
  }

  private static DriverKind driver(ParsedObject fields) {
    String word = fields.get(DeviceKeys.DRIVER, "bio");
    return word.equals("bio") ? DriverKind.BIO : DriverKind.REQUEST;
  }

  private int atomicUnit(ParsedObject fields, QueueLimits limits) {
    int logical = limits.logicalBlockBytes();
    int unit = block(fields, DeviceKeys.ATOMIC_WRITE_UNIT, logical);
    if (unit >= 0 && unit < logical) {
      mistakes.report(
          fields.at(DeviceKeys.ATOMIC_WRITE_UNIT),
          "an atomic write unit below the logical block of " + logical + " bytes",
          "a disk writes whole blocks");
      return -1;
    }
    return unit;
  }

  private @Nullable CacheSpec cache(@Nullable ParsedObject fields, int atomic) {
    if (fields == null) {
      return CacheSpec.NONE;
    }
    String word = fields.get(DeviceKeys.CACHE_MODE);
    if (word == null) {
      return null;
    }
    CacheMode mode = CacheMode.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    boolean fits = mode == CacheMode.WRITE_BACK || isPlain(fields, word);
    long bytes = fields.get(DeviceKeys.CACHE_SIZE, CacheSpec.UNLIMITED);
    if (fits && bytes < atomic) {
      mistakes.report(
          fields.at(DeviceKeys.CACHE_SIZE),
          "a cache that does not hold one atomic write unit of " + atomic + " bytes",
          null);
      return null;
    }
    return fits ? new CacheSpec(mode, bytes, fields.get(DeviceKeys.FUA, true)) : null;
  }

  private boolean isPlain(ParsedObject fields, String mode) {
    boolean plain = true;
    for (Key<?> key : List.of(DeviceKeys.CACHE_SIZE, DeviceKeys.FUA)) {
      if (fields.has(key)) {
        plain = false;
        mistakes.report(
            fields.keyAt(key),
            "a cache of mode " + mode + " keeps no writes back, so it has no '" + key.name() + "'",
            "only mode: write-back has it");
      }
    }
    return plain;
  }

  private static HoldOrder hold(@Nullable String word) {
    return word == null ? HoldOrder.NONE : HoldOrder.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private @Nullable QueueLimits limits(ParsedObject device) {
    ParsedObject fields = device.get(DeviceKeys.LIMITS);
    if (fields == null) {
      return QueueLimits.UNLIMITED;
    }
    int logical = block(fields, DeviceKeys.LOGICAL_BLOCK, Sectors.SIZE);
    int physical = block(fields, DeviceKeys.PHYSICAL_BLOCK, Math.max(logical, Sectors.SIZE));
    if (logical < 0 || physical < 0) {
      return null;
    }
    if (physical < logical) {
      mistakes.report(
          fields.at(DeviceKeys.PHYSICAL_BLOCK), "a physical block below the logical block", null);
      return null;
    }
    return new QueueLimits(
        fields.get(DeviceKeys.MAX_SECTORS, Long.MAX_VALUE),
        Math.toIntExact(fields.get(DeviceKeys.MAX_SEGMENTS, (long) Integer.MAX_VALUE)),
        logical,
        physical,
        fields.get(DeviceKeys.MAX_DISCARD, 0L),
        fields.get(DeviceKeys.MAX_WRITE_ZEROES, 0L));
  }

  private int block(ParsedObject fields, Key<Long> key, int otherwise) {
    long bytes = fields.get(key, (long) otherwise);
    if (bytes < Sectors.SIZE || bytes > 1 << 20 || Long.bitCount(bytes) != 1) {
      mistakes.report(
          fields.at(key), "a block must be a power of two from 512B to 1MiB", "such as 4KiB");
      return -1;
    }
    return (int) bytes;
  }

  private @Nullable LatencyProfile latencies(ParsedObject device) {
    LatencyText text = device.get(DeviceKeys.LATENCY);
    if (text == null) {
      return LatencyProfile.of(LatencySpec.NONE);
    }
    if (!(text instanceof LatencyText.PerOp perOp)) {
      return one(text);
    }
    LatencyProfile read = one(perOp.fields().get(DeviceKeys.READ));
    LatencyProfile write = one(perOp.fields().get(DeviceKeys.WRITE));
    LatencyProfile flush = one(perOp.fields().get(DeviceKeys.FLUSH));
    return read == null || write == null || flush == null
        ? null
        : new LatencyProfile(read.read(), write.write(), flush.flush());
  }

  private @Nullable LatencyProfile one(@Nullable LatencyText text) {
    if (text == null) {
      return LatencyProfile.of(LatencySpec.NONE);
    }
    if (text instanceof LatencyText.Word word) {
      return word.profile();
    }
    LatencySpec spec = distribution(((LatencyText.Distribution) text).fields());
    return spec == null ? null : LatencyProfile.of(spec);
  }

  private @Nullable LatencySpec distribution(ParsedObject fields) {
    Key<?> verb = fields.verb();
    if (verb == DeviceKeys.FIXED) {
      Long nanos = fields.get(DeviceKeys.FIXED);
      return nanos == null ? null : new LatencySpec.Fixed(nanos);
    }
    if (verb == DeviceKeys.UNIFORM) {
      return uniform(fields);
    }
    if (verb == DeviceKeys.LOGNORMAL) {
      ParsedObject inner = fields.get(DeviceKeys.LOGNORMAL);
      return inner == null ? null : lognormal(inner);
    }
    List<ParsedObject> parts = fields.get(DeviceKeys.MIXTURE);
    return parts == null ? null : mixture(parts, fields.at(DeviceKeys.MIXTURE));
  }

  private @Nullable LatencySpec uniform(ParsedObject fields) {
    List<Long> ends = fields.get(DeviceKeys.UNIFORM);
    if (ends == null) {
      return null;
    }
    if (ends.get(0) > ends.get(1)) {
      mistakes.report(
          fields.at(DeviceKeys.UNIFORM), "an empty range", "the shorter time comes first");
      return null;
    }
    return new LatencySpec.Uniform(ends.get(0), ends.get(1));
  }

  private @Nullable LatencySpec lognormal(ParsedObject fields) {
    Long median = fields.get(DeviceKeys.MEDIAN);
    Long p99 = fields.get(DeviceKeys.P99);
    if (median == null || p99 == null) {
      return null;
    }
    if (median == 0 || p99 < median) {
      mistakes.report(
          fields.at(DeviceKeys.P99), "p99 must not be below the median, nor the median 0", null);
      return null;
    }
    return new LatencySpec.Lognormal(median, p99);
  }

  private @Nullable LatencySpec mixture(List<ParsedObject> parts, Position at) {
    if (parts.size() > Bounds.PARTS) {
      mistakes.report(
          at, "a mixture of " + parts.size() + " parts", "at most " + Bounds.PARTS + " parts");
      return null;
    }
    List<LatencySpec.Part> all = new ArrayList<>();
    Fraction sum = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    for (ParsedObject part : parts) {
      Fraction weight = part.get(DeviceKeys.WEIGHT);
      LatencySpec latency = distribution(part);
      if (weight == null || latency == null) {
        return null;
      }
      sum = sum.plus(weight);
      all.add(new LatencySpec.Part(weight.probability(), latency));
    }
    if (!sum.isOne()) {
      mistakes.report(at, "the weights must sum up to 1 (100%)", null);
      return null;
    }
    return new LatencySpec.Mixture(all);
  }
}
