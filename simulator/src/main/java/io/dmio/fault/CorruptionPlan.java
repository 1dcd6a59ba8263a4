package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.device.DiskMedia;
import io.dmio.device.Transfer;
import io.dmio.sim.Invariant;
import io.dmio.sim.Spare;
import io.dmio.sim.Spares;
import java.util.ArrayList;
import java.util.List;

/**
 * What silent rules do to the data of one bio; reused. They work one after another by number, each
 * on what the one before has left.
 */
final class CorruptionPlan extends Spare implements Transfer {

  private final BioPayload payload;
  private final Spares<CorruptionPlan> done;
  private final List<Corruption> corruptions = new ArrayList<>();

  /** Of each corruption its hit, and hits of earlier bios after them. */
  private final List<CorruptionHit> hits = new ArrayList<>();

  /**
   * Makes a plan in which nothing happens.
   *
   * @param payload where the data of the disk's bios is worked on
   * @param done where the plan goes when its bio has ended
   */
  CorruptionPlan(BioPayload payload, Spares<CorruptionPlan> done) {
    this.payload = payload;
    this.done = done;
  }

  /** Whether nothing happens. */
  boolean isEmpty() {
    return corruptions.isEmpty();
  }

  /** Adds a corruption by a rule, in sectors that the caller fills in. */
  CorruptionHit add(Corruption corruption, int rule, long draw) {
    corruptions.add(corruption);
    if (hits.size() < corruptions.size()) {
      hits.add(new CorruptionHit());
    }
    CorruptionHit hit = hits.get(corruptions.size() - 1);
    hit.begin(rule, draw);
    return hit;
  }

  @Override
  public void run(Bio bio, DiskMedia media) {
    payload.load(bio, media);
    for (int i = 0; i < corruptions.size(); i++) {
      CorruptionHit hit = hits.get(i);
      Invariant.holds(!hit.sectors().isEmpty(), "rule hits no sector of a bio", hit.rule());
      corruptions.get(i).corrupt(hit, payload);
    }
    payload.deliver();
    corruptions.clear();
    done.push(this);
  }
}
