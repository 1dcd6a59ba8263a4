package io.dmio.check;

import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.sim.Spare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a bio down to disks: its footprints by the tables, and what the taps before the disks
 * have seen of it. Reused.
 */
final class Descent extends Spare implements SectorMap.Visitor {

  private int number;
  private Footprint[] parts = {};
  private int partCount;
  private int sectors;

  /** The pieces at disks, and what was dropped, which counts as under way until the bio ends. */
  private final List<TappedBio> pieces = new ArrayList<>();

  private final List<Corruption> corruptions = new ArrayList<>();
  private final BitSet flushed = new BitSet();
  private final BitSet unflushed = new BitSet();
  private long[] delivered = {};
  private @Nullable TappedBio own;
  private int failed;
  private int failedAt;

  /**
   * Sectors of a disk where a write of this bio puts something else, by a table.
   *
   * @param rule see {@link io.dmio.device.DamageListener#ofTable}
   */
  record Corruption(int disk, long first, long count, int rule) {}

  /** Starts again, for the bio of a number. */
  void open(int ofBio) {
    assert pieces.isEmpty() : pieces.size() + " pieces are left of bio " + number;
    number = ofBio;
    partCount = 0;
    sectors = 0;
    pieces.clear();
    corruptions.clear();
    flushed.clear();
    unflushed.clear();
    own = null;
    failed = 0;
    failedAt = -1;
  }

  @Override
  public void part(Ground ground, int device, long sector, long count, long offset) {
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, partCount * 2 + 1);
      for (int i = partCount; i < parts.length; i++) {
        parts[i] = new Footprint();
      }
    }
    parts[partCount++].open(ground, device, sector, (int) count, (int) offset);
    sectors = Math.max(sectors, (int) (offset + count));
  }

  /** The number of the bio. */
  int number() {
    return number;
  }

  /** How many parts there are. */
  int partCount() {
    return partCount;
  }

  /** One of them, in order. */
  Footprint part(int number) {
    return parts[number];
  }

  /** How many sectors they have together: less than the bio if a table ends before it does. */
  int sectors() {
    return sectors;
  }

  /** The part that has some sectors of the bio on a disk, and right there; null: there is none. */
  @Nullable Footprint partAt(int offset, int count, int disk, long sector) {
    for (int i = 0; i < partCount; i++) {
      Footprint part = parts[i];
      if (part.offset() <= offset && offset + count <= part.end()) {
        boolean there = part.ground() == Ground.DISK && part.device() == disk;
        if (there && part.sectorOf(offset) == sector) {
          return part;
        }
      }
    }
    return null;
  }

  /** The pieces that have not ended. */
  List<TappedBio> pieces() {
    return pieces;
  }

  /** The piece that is the bio itself, which came to a disk as it is; null: none. */
  @Nullable TappedBio own() {
    return own;
  }

  void setOwn(TappedBio piece) {
    own = piece;
  }

  /** What is put elsewhere on the disks than the bio carries. */
  List<Corruption> corruptions() {
    return corruptions;
  }

  /** A piece of its own kind, data or a flush, has failed at a disk. */
  void fails(int disk) {
    if (failed++ == 0) {
      failedAt = disk;
    }
  }

  /** How many pieces of its own kind have failed at disks. */
  int failed() {
    return failed;
  }

  /** The disk of the first that did. */
  int failedAt() {
    return failedAt;
  }

  /** A flush has ended at a disk. */
  void flushEnds(int disk, boolean ok) {
    (ok ? flushed : unflushed).set(disk);
  }

  /** Whether every flush that came to a disk ended well there, and one did. */
  boolean isFlushed(int disk) {
    return flushed.get(disk) && !unflushed.get(disk);
  }

  /** Whether a flush has failed at a disk. */
  boolean isUnflushed(int disk) {
    return unflushed.get(disk);
  }

  /** What the pieces of a read have found, by sector of the bio. */
  long[] delivered() {
    if (delivered.length < sectors) {
      delivered = new long[sectors];
    }
    return delivered;
  }
}
