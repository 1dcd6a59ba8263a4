package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskBench;
import io.dmio.device.SimulatedDisk;
import io.dmio.fault.Trigger.AtBio;
import io.dmio.sim.Probability;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A disk under rules that a test writes in a few words. */
final class FaultBench {

  static final Set<FaultOp> READ_WRITE = EnumSet.of(FaultOp.READ, FaultOp.WRITE);
  static final Set<FaultOp> READ = EnumSet.of(FaultOp.READ);
  static final Set<FaultOp> WRITE = EnumSet.of(FaultOp.WRITE);

  final DiskBench bench;
  private final List<FaultSpec> specs = new ArrayList<>();
  final DamageLog damage = new DamageLog();
  private DamageListener book = damage;
  private @Nullable FaultInjector injector;
  private @Nullable SimulatedDisk disk;

  FaultBench() {
    this(new DiskBench());
  }

  FaultBench(DiskBench bench) {
    this.bench = bench;
  }

  FaultBench error(Set<FaultOp> ops, Trigger trigger, Ending ending, Extent... extents) {
    return error(ops, trigger, ending, BlockStatus.MEDIUM, extents);
  }

  FaultBench error(
      Set<FaultOp> ops, Trigger trigger, Ending ending, BlockStatus status, Extent... extents) {
    int number = specs.size();
    specs.add(
        new FaultSpec.MediaError(
            number, "r" + number, List.of(extents), ops, trigger, ending, status));
    return this;
  }

  FaultBench silent(SilentKind kind, Trigger trigger, Ending ending, Extent... extents) {
    return silent(kind, kind.ops(), trigger, ending, extents);
  }

  FaultBench silent(
      SilentKind kind, Set<FaultOp> ops, Trigger trigger, Ending ending, Extent... extents) {
    int number = specs.size();
    specs.add(
        new FaultSpec.Silent(number, "r" + number, List.of(extents), ops, trigger, ending, kind));
    return this;
  }

  FaultBench allocation(String pool, Trigger trigger, Ending ending) {
    int number = specs.size();
    specs.add(new FaultSpec.AllocationFailure(number, "r" + number, pool, trigger, ending));
    return this;
  }

  /** Damage is not written down. */
  void quietly() {
    book = DamageListener.NONE;
  }

  FaultInjector injector() {
    if (injector == null) {
      injector =
          new FaultInjector(
              specs,
              bench.simulation,
              bench.moments,
              call -> call == 0 ? "w" : "call-" + call,
              bench.tags,
              book);
    }
    return injector;
  }

  /** Lets a test make a disk of its own. */
  void use(SimulatedDisk other) {
    disk = other;
  }

  SimulatedDisk disk() {
    if (disk == null) {
      disk = bench.disk(DiskBench.cached(DiskBench.spec()), injector().forDisk(0));
    }
    return disk;
  }

  /** What sectors of the disk hold, see {@link #word}. */
  String held(long first, int sectors) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < sectors; i++) {
      words.add(word(disk().medium().tag(first + i), first + i));
    }
    return String.join(" ", words);
  }

  /** What a read delivers. */
  String delivered(long first, int sectors) {
    Bio bio = bench.bio(RequestOp.READ, 0, first, sectors);
    bench.run(disk(), bio);
    List<Long> tags = bench.held(bio);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < sectors; i++) {
      words.add(word(tags.get(i), first + i));
    }
    return String.join(" ", words);
  }

  /** {@code o} for the first content, {@code 0} for zeroes, {@code 2c} for a write's, or ?. */
  private static String word(long tag, long sector) {
    if (tag == DiskBench.initial().tag(sector)) {
      return "o";
    } else if (Tags.isStamp(tag)) {
      return Tags.writeOf(tag) + String.valueOf((char) ('a' + Tags.sectorOf(tag)));
    }
    return tag == Tags.ZERO ? "0" : "?";
  }

  /** One character a read of one sector: {@code x} failed, {@code .} not. */
  String reads(long sector, int times) {
    return results(RequestOp.READ, sector, times);
  }

  String writes(long sector, int times) {
    return results(RequestOp.WRITE, sector, times);
  }

  String read(long first, int sectors) {
    return mark(bench.run(disk(), RequestOp.READ, first, sectors).status());
  }

  String write(long first, int sectors) {
    return mark(bench.run(disk(), RequestOp.WRITE, first, sectors).status());
  }

  private String results(RequestOp op, long sector, int times) {
    StringBuilder results = new StringBuilder();
    for (int i = 0; i < times; i++) {
      results.append(mark(bench.run(disk(), op, sector, 1).status()));
    }
    return results.toString();
  }

  private static String mark(String status) {
    return status.equals("OK") ? "." : "x";
  }

  static Extent at(long first, long count) {
    return new Extent(0, first, count);
  }

  static On on() {
    return new On(0, Long.MAX_VALUE, 0, 0, Probability.ALWAYS, false, null, 0, null);
  }

  static Probability chance(long numerator, long denominator) {
    return Probability.of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** A trigger in the making. */
  record On(
      long from,
      long until,
      long nth,
      long every,
      Probability probability,
      boolean perSector,
      @Nullable String after,
      long delay,
      @Nullable AtBio atBio) {

    On window(long fromNanos, long untilNanos) {
      return new On(fromNanos, untilNanos, nth, every, probability, perSector, after, delay, atBio);
    }

    On nth(long n) {
      return new On(from, until, n, every, probability, perSector, after, delay, atBio);
    }

    On every(long n) {
      return new On(from, until, nth, n, probability, perSector, after, delay, atBio);
    }

    On chance(Probability p) {
      return new On(from, until, nth, every, p, perSector, after, delay, atBio);
    }

    On perSector(Probability p) {
      return new On(from, until, nth, every, p, true, after, delay, atBio);
    }

    On after(String moment, long nanos) {
      return new On(from, until, nth, every, probability, perSector, moment, nanos, atBio);
    }

    On atBio(String call, int index) {
      return new On(
          from, until, nth, every, probability, perSector, after, delay, new AtBio(call, 0, index));
    }

    Trigger always() {
      return times(Long.MAX_VALUE);
    }

    Trigger times(long most) {
      return times(most, -1);
    }

    Trigger group(int number) {
      return times(Long.MAX_VALUE, number);
    }

    private Trigger times(long most, int group) {
      return new Trigger(
          from, until, nth, every, probability, perSector, after, delay, atBio, most, group);
    }
  }
}
