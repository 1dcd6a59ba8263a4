package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random writes, flushes and losses of power: the check permits what may be, and nothing else. */
final class DurabilityProperties {

  private static final int PLACES = 20;
  private static final int STEPS = 150;
  private static final int FUA = RequestFlag.FUA.bit();
  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();

  private static void submit(CachingDisk disk, RandomStream random) {
    long sector = random.below(PLACES);
    long count = 1 + random.below(8);
    switch ((int) random.below(7)) {
      case 0 -> disk.submit(RequestOp.WRITE, PREFLUSH, 0, 0);
      case 1 -> disk.submit(RequestOp.WRITE, FUA, sector, count);
      case 2 -> disk.submit(RequestOp.WRITE, PREFLUSH, sector, count);
      case 3 -> disk.submit(RequestOp.READ, 0, sector, count);
      default -> disk.submit(RequestOp.WRITE, 0, sector, count);
    }
  }

  @Property(tries = 1000)
  void honestDisk_failsNothing_howeverOftenPowerFails(@ForAll long seed) {
    RandomStream random = new SeededChoices(seed).stream("bios");
    CheckFixture world = CheckFixture.powered(true);
    CachingDisk disk = new CachingDisk(world, random);
    for (int step = 0; step < STEPS || !world.disk.held.isEmpty(); step++) {
      long dice = random.below(step < STEPS ? 12 : 6);
      if (dice >= 7) {
        submit(disk, random);
      } else if (dice == 6) {
        if (random.below(4) == 0) {
          disk.cut();
        }
      } else if (!world.disk.held.isEmpty()) {
        if (dice < 2) {
          disk.moveOne();
        } else {
          disk.endOne(dice > 2);
        }
      }
    }
    world.ledger.put(4);
    world.atRest();

    assertThat(world.failures.kept()).isEmpty();
  }

  /** Of writes one after the other, a sector keeps any one: which of them may be, is exact. */
  @Property(tries = 1000)
  void lostWrite_failsDurability_exactlyIfItWasDurable(@ForAll long seed) {
    RandomStream random = new SeededChoices(seed).stream("bios");
    CheckFixture world = CheckFixture.powered(true);
    List<Long> versions = new ArrayList<>(List.of(Tags.ZERO));
    int durable = 0;
    for (int step = 0; step < 12; step++) {
      boolean written = random.below(3) > 0;
      int flags = written ? (int) random.below(4) : PREFLUSH;
      world.submit(RequestOp.WRITE, flags, 0, written ? 8 : 0);
      if ((flags & PREFLUSH) != 0) {
        durable = versions.size() - 1;
      }
      if (written) {
        world.disk.transfer();
        versions.add(world.medium.tag(3));
        durable = (flags & FUA) != 0 ? versions.size() - 1 : durable;
      }
      world.disk.end(BlockStatus.OK);
    }
    int kept = (int) random.below(versions.size());
    world.checks.powerCut(0);
    world.medium.setTag(3, versions.get(kept));
    world.atRest();

    assertThat(world.failed())
        .containsExactlyElementsOf(kept < durable ? List.of(Check.DURABILITY) : List.of());
  }
}
