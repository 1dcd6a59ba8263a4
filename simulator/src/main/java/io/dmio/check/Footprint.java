package io.dmio.check;

import io.dmio.mapper.SectorMap.Ground;

/** Consecutive sectors where a bio must arrive, by the tables alone. Reused. */
final class Footprint {

  private Ground ground = Ground.DISK;
  private int device;
  private long sector;
  private int sectors;
  private int offset;

  /** How many of its sectors came to the disk, or were dropped on the way. */
  private int reached;

  /** Starts again; the bio has {@code before} sectors before it. */
  void open(Ground itsGround, int itsDevice, long first, int count, int before) {
    assert count > 0 && before >= 0 : count + " sectors after " + before;
    ground = itsGround;
    device = itsDevice;
    sector = first;
    sectors = count;
    offset = before;
    reached = 0;
  }

  /** What is at the end of the way. */
  Ground ground() {
    return ground;
  }

  /** The disk, or the stacked device whose table ends the way. */
  int device() {
    return device;
  }

  /** Its first sector on that device. */
  long sector() {
    return sector;
  }

  /** How many sectors. */
  int sectors() {
    return sectors;
  }

  /** How many sectors of the bio are before it. */
  int offset() {
    return offset;
  }

  /** How many sectors of the bio are before its end. */
  int end() {
    return offset + sectors;
  }

  /** Where a sector of the bio lies that is in here. */
  long sectorOf(int place) {
    assert offset <= place && place < end() : place + " is not in " + offset + " to " + end();
    return sector + (place - offset);
  }

  /** Some of its sectors have come to the end of the way. */
  void reach(int count) {
    assert count > 0 && count <= sectors : count + " of " + sectors + " sectors are reached";
    reached += count;
  }

  /** Whether all of its sectors have. */
  boolean isReached() {
    return reached >= sectors;
  }

  /** Whether none has. */
  boolean isUntouched() {
    return reached == 0;
  }
}
