package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random bios that overlap in time and place: the check sees a lost write, and nothing else. */
final class DeviceHistoryProperties {

  private static final int PLACES = 20;
  private static final int STEPS = 120;

  /** Runs random bios; data moves at a random moment between a bio's submission and its end. */
  private static CheckFixture run(long seed) {
    RandomStream random = new SeededChoices(seed).stream("bios");
    CheckFixture world = new CheckFixture();
    List<Boolean> moved = new ArrayList<>();
    for (int step = 0; step < STEPS || !world.disk.held.isEmpty(); step++) {
      long dice = random.below(step < STEPS ? 6 : 4);
      if (dice >= 4) {
        long sector = random.below(PLACES);
        RequestOp op = random.below(3) == 0 ? RequestOp.READ : RequestOp.WRITE;
        world.submit(op, sector, 1 + random.below(8));
        moved.add(false);
      } else if (!world.disk.held.isEmpty()) {
        rotate(world, moved, (int) random.below(moved.size()));
        boolean fails = random.below(8) == 0;
        if (dice < 2 && !moved.get(0)) {
          world.disk.transfer();
          moved.set(0, true);
        } else if (fails) {
          world.disk.end(BlockStatus.MEDIUM);
          moved.remove(0);
        } else {
          if (!moved.get(0)) {
            world.disk.transfer();
          }
          world.disk.end(BlockStatus.OK);
          moved.remove(0);
        }
      }
    }
    world.atRest();
    return world;
  }

  private static void rotate(CheckFixture world, List<Boolean> moved, int by) {
    for (int i = 0; i < by; i++) {
      world.disk.held.addLast(world.disk.held.removeFirst());
      moved.add(moved.remove(0));
    }
  }

  @Property(tries = 300)
  void honestDisk_neverFailsData(@ForAll long seed) {
    assertThat(run(seed).failures.kept())
        .filteredOn(failure -> failure.check() == Check.DATA)
        .isEmpty();
  }

  @Property(tries = 300)
  void data_ofALoneWriteThatIsLost_isAlwaysFound(@ForAll long seed) {
    CheckFixture world = new CheckFixture();
    RandomStream random = new SeededChoices(seed).stream("places");
    for (int i = 0; i < 10; i++) {
      world.submit(RequestOp.WRITE, random.below(PLACES), 1 + random.below(8));
      world.disk.finish();
    }
    world.submit(RequestOp.WRITE, random.below(PLACES), 1 + random.below(8));
    world.disk.end(BlockStatus.OK);
    world.atRest();

    assertThat(world.failed()).containsOnly(Check.DATA).isNotEmpty();
  }
}
