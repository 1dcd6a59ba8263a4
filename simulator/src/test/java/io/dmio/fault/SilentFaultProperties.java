package io.dmio.fault;

import static io.dmio.fault.FaultBench.chance;
import static io.dmio.fault.FaultBench.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskBench;
import io.dmio.device.SimulatedDisk;
import io.dmio.fault.SilentKind.BitFlip;
import io.dmio.fault.SilentKind.Keeps;
import io.dmio.fault.SilentKind.LostWrite;
import io.dmio.fault.SilentKind.MisdirectedRead;
import io.dmio.fault.SilentKind.MisdirectedWrite;
import io.dmio.fault.SilentKind.Rest;
import io.dmio.fault.SilentKind.StaleRead;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;
import io.dmio.fault.SilentKind.ZeroedSector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is not declared is right: disks under random silent rules, beside a map of sectors. */
final class SilentFaultProperties {

  private static final int SECTORS = 96;

  @Property(tries = 300)
  void sectorsThatAreNotDeclared_areThoseOfANaiveDisk(@ForAll long seed, @ForAll PayloadMode mode) {
    Random random = new Random(seed);
    Book book = new Book();
    DiskBench bench = new DiskBench(mode, seed);
    SimulatedDisk disk = disk(bench, rules(random), book);
    TreeMap<Long, Long> naive = new TreeMap<>();
    for (int step = 0; step < 60; step++) {
      book.misread.clear();
      RequestOp op = RequestOp.values()[random.nextInt(RequestOp.values().length)];
      long first = random.nextInt(SECTORS - 16);
      Bio bio = bench.bio(op, 0, first, 1 + random.nextInt(16));
      List<Long> before = op.hasData() ? bench.held(bio) : List.of();
      bench.run(disk, bio);
      if (op == RequestOp.READ) {
        assertRead(bench.held(bio), first, naive, book);
      } else if (op.hasData()) {
        assertThat(bench.held(bio)).isEqualTo(before);
      }
      for (int i = 0; op != RequestOp.READ && i < bio.sectorCount(); i++) {
        naive.put(first + i, op.hasData() ? before.get(i) : (Long) Tags.ZERO);
      }
      assertMedium(disk, naive, book);
    }
  }

  private static void assertRead(
      List<Long> delivered, long first, TreeMap<Long, Long> naive, Book book) {
    for (int i = 0; i < delivered.size(); i++) {
      long sector = first + i;
      if (!book.damaged.contains(sector) && !book.misread.contains(sector)) {
        assertThat(delivered.get(i)).as("read of %d", sector).isEqualTo(expected(naive, sector));
      }
    }
  }

  private static void assertMedium(SimulatedDisk disk, TreeMap<Long, Long> naive, Book book) {
    for (long sector = 0; sector < 2 * SECTORS; sector++) {
      if (!book.damaged.contains(sector)) {
        assertThat(disk.medium().tag(sector))
            .as("sector %d", sector)
            .isEqualTo(expected(naive, sector));
      }
    }
  }

  private static long expected(TreeMap<Long, Long> naive, long sector) {
    return naive.getOrDefault(sector, DiskBench.initial().tag(sector));
  }

  private static SimulatedDisk disk(DiskBench bench, List<FaultSpec> rules, Book book) {
    FaultInjector injector =
        new FaultInjector(rules, bench.simulation, bench.moments, call -> "w", bench.tags, book);
    return bench.disk(DiskBench.spec(), injector.forDisk(0));
  }

  private static List<FaultSpec> rules(Random random) {
    List<FaultSpec> rules = new ArrayList<>();
    for (int number = 0; number < 1 + random.nextInt(4); number++) {
      SilentKind kind = kind(random);
      long first = random.nextInt(SECTORS);
      List<Extent> place =
          List.of(
              new Extent(0, first, 1 + random.nextInt(20)),
              new Extent(0, random.nextInt(SECTORS), 1 + random.nextInt(3)));
      rules.add(
          new FaultSpec.Silent(
              number, "r" + number, place, kind.ops(), trigger(random), ending(random), kind));
    }
    return rules;
  }

  private static Trigger trigger(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> on().every(2).always();
      case 1 -> on().chance(chance(1, 3)).always();
      case 2 -> on().perSector(chance(1, 5)).always();
      case 3 -> on().nth(1 + random.nextInt(6)).times(1);
      default -> Trigger.ALWAYS;
    };
  }

  private static Ending ending(Random random) {
    return List.of(Ending.AT_ONCE, Ending.NEVER, Ending.ON_WRITE).get(random.nextInt(3));
  }

  private static SilentKind kind(Random random) {
    Misdirection to =
        new Misdirection(Misdirection.ANYWHERE, SECTORS + random.nextInt(40), 2 * SECTORS);
    return switch (random.nextInt(7)) {
      case 0 -> new LostWrite();
      case 1 -> new MisdirectedWrite(random.nextBoolean() ? to : near(random));
      case 2 -> new MisdirectedRead(random.nextBoolean() ? to : near(random));
      case 3 -> new StaleRead();
      case 4 -> new ZeroedSector();
      case 5 -> new BitFlip(1 + random.nextInt(50), random.nextBoolean());
      default ->
          new TornWrite(
              pick(random, Unit.values()),
              pick(random, Keeps.values()),
              pick(random, Rest.values()));
    };
  }

  private static Misdirection near(Random random) {
    return new Misdirection(Misdirection.ANYWHERE, random.nextInt(SECTORS), 2 * SECTORS);
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  /** What is declared now. */
  private static final class Book implements DamageListener {

    final Set<Long> damaged = new TreeSet<>();
    final Set<Long> misread = new TreeSet<>();

    @Override
    public void damaged(int device, long first, long count, int rule) {
      for (long i = 0; i < count; i++) {
        damaged.add(first + i);
      }
    }

    @Override
    public void repaired(int device, long first, long count) {
      for (long i = 0; i < count; i++) {
        assertThat(damaged.remove(first + i)).as("only what is damaged").isTrue();
      }
    }

    @Override
    public void misread(int device, long first, long count, int rule, Bio bio) {
      for (long i = 0; i < count; i++) {
        misread.add(first + i);
      }
    }
  }
}
