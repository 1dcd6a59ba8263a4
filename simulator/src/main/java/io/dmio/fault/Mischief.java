package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.device.Surface;
import io.dmio.device.Transfer;

/**
 * What silent rules do to one bio; reused. They work one after another by number, each on what the
 * one before has left.
 */
final class Mischief implements Transfer {

  private final DiskRules owner;
  private Wound[] wounds = {};
  private int count;

  Mischief(DiskRules owner) {
    this.owner = owner;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** A new hit; whoever asked fills in its sectors. */
  Wound wound(Harm harm, int rule, long draw) {
    if (count == wounds.length) {
      Wound[] more = new Wound[count + 1];
      System.arraycopy(wounds, 0, more, 0, count);
      more[count] = new Wound();
      wounds = more;
    }
    Wound wound = wounds[count++];
    wound.begin(harm, rule, draw);
    return wound;
  }

  @Override
  public void run(Bio bio, Surface surface) {
    Cargo cargo = owner.cargo();
    cargo.load(bio, surface);
    for (int i = 0; i < count; i++) {
      wounds[i].work(cargo);
    }
    cargo.unload();
    count = 0;
    owner.giveBack(this);
  }
}
