package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.device.DiskMedia;
import io.dmio.device.Transfer;

/**
 * What silent rules do to one bio; reused. They work one after another by number, each on what the
 * one before has left.
 */
final class CorruptionPlan implements Transfer {

  private final DiskRules owner;
  private CorruptionHit[] wounds = {};
  private int count;

  CorruptionPlan(DiskRules owner) {
    this.owner = owner;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** A new hit; whoever asked fills in its sectors. */
  CorruptionHit wound(Corruption harm, int rule, long draw) {
    if (count == wounds.length) {
      CorruptionHit[] more = new CorruptionHit[count + 1];
      System.arraycopy(wounds, 0, more, 0, count);
      more[count] = new CorruptionHit();
      wounds = more;
    }
    CorruptionHit wound = wounds[count++];
    wound.begin(harm, rule, draw);
    return wound;
  }

  @Override
  public void run(Bio bio, DiskMedia surface) {
    BioPayload cargo = owner.cargo();
    cargo.load(bio, surface);
    for (int i = 0; i < count; i++) {
      wounds[i].work(cargo);
    }
    cargo.unload();
    count = 0;
    owner.giveBack(this);
  }
}
