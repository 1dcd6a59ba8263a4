package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.ledger.TappedBio;

/**
 * A bio on its way, or a piece of one at a disk, as the data check follows it: when it started and
 * what it carries. Each slot of the tap has one, which is reused with it.
 */
final class CheckedBio {

  private static final long[] NOTHING = {};

  private final TappedBio bio;
  private long begin;
  private long[] tags = NOTHING;

  CheckedBio(TappedBio bio) {
    this.bio = bio;
  }

  /**
   * Starts.
   *
   * @param now on the clock of the checks
   */
  void start(long now) {
    assert now > begin : "a bio starts at " + now + ", one before it at " + begin;
    begin = now;
    tags = NOTHING;
  }

  /** Sets what a write carries, a tag for each sector at least; nobody may change the array. */
  void carry(long[] ofWrite) {
    assert ofWrite.length >= bio.sectors() : ofWrite.length + " tags of " + bio.sectors();
    tags = ofWrite;
  }

  /** What the tap knows of it. */
  TappedBio bio() {
    return bio;
  }

  /** When it started, on the clock of the checks. */
  long begin() {
    return begin;
  }

  /** What a write carries, sector by sector; not to be changed. Empty for a read. */
  long[] tags() {
    return tags;
  }

  /** What it does. */
  RequestOp op() {
    return bio.op();
  }

  /** The number of the device that it goes to. */
  int device() {
    return bio.device();
  }

  /** Its first sector. */
  long sector() {
    return bio.sector();
  }

  /** The number of its whole sectors. */
  int sectors() {
    return bio.sectors();
  }

  /** The sector after its last whole one. */
  long end() {
    return bio.end();
  }
}
