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
  private CorruptionHit[] hits = {};
  private int count;

  CorruptionPlan(DiskRules owner) {
    this.owner = owner;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** A new hit; whoever asked fills in its sectors. */
  CorruptionHit hit(Corruption corruption, int rule, long draw) {
    if (count == hits.length) {
      CorruptionHit[] more = new CorruptionHit[count + 1];
      System.arraycopy(hits, 0, more, 0, count);
      more[count] = new CorruptionHit();
      hits = more;
    }
    CorruptionHit hit = hits[count++];
    hit.begin(corruption, rule, draw);
    return hit;
  }

  @Override
  public void run(Bio bio, DiskMedia media) {
    BioPayload payload = owner.payload();
    payload.load(bio, media);
    for (int i = 0; i < count; i++) {
      hits[i].corrupt(payload);
    }
    payload.deliver();
    count = 0;
    owner.giveBack(this);
  }
}
