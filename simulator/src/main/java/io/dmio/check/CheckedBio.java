package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.ledger.TappedBio;

/**
 * A bio on its way, or a piece of one at a disk, as the data check follows it: where it goes, when
 * it started and what it carries. Each slot of the tap has one, which is reused with it.
 */
final class CheckedBio {

  private static final long[] NOTHING = {};

  private final TappedBio bio;
  private final int index;
  private RequestOp op = RequestOp.READ;
  private int device;
  private long sector;
  private int sectors;
  private long begin;
  private long[] tags = NOTHING;

  /**
   * Makes that of a slot.
   *
   * @param index its number among all bios and pieces
   */
  CheckedBio(TappedBio bio, int index) {
    this.bio = bio;
    this.index = index;
  }

  /**
   * Starts as what is in its slot now.
   *
   * @param now on the clock of the checks
   */
  void start(long now) {
    assert now > begin : "a bio starts at " + now + ", one before it at " + begin;
    op = bio.op();
    device = bio.device();
    sector = bio.sector();
    sectors = bio.sectors();
    begin = now;
    tags = NOTHING;
  }

  /** Sets what a write carries, a tag for each sector at least; nobody may change the array. */
  void carry(long[] ofWrite) {
    assert ofWrite.length >= sectors : ofWrite.length + " tags of " + sectors;
    tags = ofWrite;
  }

  /** What the tap knows of it. */
  TappedBio bio() {
    return bio;
  }

  /** Its number among all bios and pieces, from 0. */
  int index() {
    return index;
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
    return op;
  }

  /** The number of the device that it goes to. */
  int device() {
    return device;
  }

  /** Its first sector. */
  long sector() {
    return sector;
  }

  /** The number of its whole sectors. */
  int sectors() {
    return sectors;
  }

  /** The sector after its last whole one. */
  long end() {
    return sector + sectors;
  }
}
