package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.CacheMode;
import io.dmio.device.CacheSpec;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskFaults;
import io.dmio.device.DiskSpec;
import io.dmio.device.FaultDecision;
import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.device.LatencyTables;
import io.dmio.device.SimulatedDisk;
import io.dmio.device.Survival;
import io.dmio.sim.Branches;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The checks and the simulated disk, which know nothing of each other, agree on power. */
final class PoweredDiskProperties {

  private static final int PLACES = 40;
  private static final int STEPS = 150;
  private static final int FUA = RequestFlag.FUA.bit();
  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final List<Survival> SURVIVALS =
      List.of(Survival.NONE, Survival.ALL, Survival.RANDOM, Survival.PREFIX);

  private static DiskSpec spec(RandomStream random) {
    int unit = random.below(2) == 0 ? 512 : 4096;
    int block = random.below(2) == 0 ? 512 : 4096;
    long size = random.below(2) == 0 ? CacheSpec.UNLIMITED : 16 * 4096;
    int depth = 1 + (int) random.below(8);
    LatencySpec data = new LatencySpec.Uniform(0, 100);
    return DiskSpec.builder(0, "disk", 64)
        .latency(new LatencyProfile(data, data, new LatencySpec.Uniform(50, 200)))
        .queueDepth(depth)
        .limits(new QueueLimits(Long.MAX_VALUE, Integer.MAX_VALUE, 512, block, 64, 64))
        .cache(new CacheSpec(CacheMode.WRITE_BACK, size, random.below(2) == 0))
        .atomicWriteBytes(unit)
        .build();
  }

  /** One flush or forced write in three is not what it says. */
  private static DiskFaults lies(RandomStream random) {
    return new DiskFaults() {
      @Override
      public void arrived(Bio bio, FaultDecision decision) {
        if (random.below(3) == 0) {
          decision.lieAboutFlush(1);
          decision.ignoreFua(2);
        }
      }

      @Override
      public void written(Bio bio) {}
    };
  }

  private static void act(CheckFixture world, SimulatedDisk disk, RandomStream random) {
    long sector = random.below(PLACES);
    long count = 1 + random.below(8);
    switch ((int) random.below(12)) {
      case 0, 1 -> world.submit(disk, RequestOp.WRITE, PREFLUSH, 0, 0);
      case 2 -> world.submit(disk, RequestOp.WRITE, FUA, sector, count);
      case 3 -> world.submit(disk, RequestOp.WRITE, PREFLUSH, sector, count);
      case 4 -> world.submit(disk, RequestOp.READ, 0, sector, count);
      case 5 -> cut(world, disk, random);
      case 6, 7 -> pass(world, random.below(100));
      default -> world.submit(disk, RequestOp.WRITE, 0, sector, count);
    }
  }

  private static void cut(CheckFixture world, SimulatedDisk disk, RandomStream random) {
    boolean checksHearFirst = random.below(2) == 0;
    if (checksHearFirst) {
      world.checks.powerCut(0);
    }
    Survival survival = SURVIVALS.get((int) random.below(SURVIVALS.size()));
    disk.cutPower(survival, false, new Branches());
    if (!checksHearFirst) {
      world.checks.powerCut(0);
    }
    if (random.below(2) == 0) {
      world.submit(disk, RequestOp.WRITE, 0, random.below(PLACES), 8);
    }
    pass(world, random.below(100));
    disk.powerOn();
  }

  private static void pass(CheckFixture world, long nanos) {
    long until = world.simulation.now() + nanos;
    world.simulation.schedule(nanos, argument -> {}, 0);
    world.simulation.runUntil(() -> world.simulation.now() >= until);
  }

  private static CheckFixture run(long seed, boolean lying, boolean telling) {
    RandomStream random = new SeededChoices(seed).stream("steps");
    RandomStream chance = new SeededChoices(seed).stream("lies");
    CheckFixture world = CheckFixture.powered(true);
    SimulatedDisk disk =
        new SimulatedDisk(
            spec(random),
            world.simulation,
            world.memory,
            world.medium,
            lying ? lies(chance) : DiskFaults.NONE,
            new LatencyTables(),
            telling ? world.losses : DamageListener.NONE);
    for (int step = 0; step < STEPS; step++) {
      act(world, disk, random);
    }
    world.simulation.run();
    world.ledger.put(4);
    world.atRest();
    return world;
  }

  @Property(tries = 1000)
  void honestDisk_failsNothing_andLosesNothing(@ForAll long seed) {
    CheckFixture world = run(seed, false, true);

    assertThat(world.failures.kept()).isEmpty();
    assertThat(world.losses.count()).isZero();
  }

  @Property(tries = 500)
  void lyingDisk_thatDeclaresItsLies_failsNothing(@ForAll long seed) {
    assertThat(run(seed, true, true).failures.kept()).isEmpty();
  }

  @Test
  void lyingDisk_thatDeclaresNothing_failsDurability_andNothingElse() {
    int caught = 0;
    int lost = 0;
    for (int seed = 0; seed < 100; seed++) {
      CheckFixture silent = run(seed, true, false);
      assertThat(silent.failed()).isSubsetOf(Check.DURABILITY);
      caught += silent.failed().isEmpty() ? 0 : 1;
      lost += run(seed, true, true).losses.count() > 0 ? 1 : 0;
    }

    assertThat(caught).isEqualTo(lost).isGreaterThan(20);
  }
}
