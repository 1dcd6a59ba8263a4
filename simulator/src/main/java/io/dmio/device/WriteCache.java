package io.dmio.device;

import io.dmio.block.ChunkMap;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What would be lost without power.
 *
 * <p>The medium of the disk always holds what reads deliver: the newest. Of every atomic unit that
 * was changed since it was last durable this keeps what is durable and every content that it had
 * since, in the order of completion; a content like the one before it is none of its own. So a unit
 * has a history, and after a power cut it may hold any point of it.
 *
 * <p>All versions stand in one line. A flush makes the front of the line durable; and when the line
 * is longer than the cache is large, so is its oldest.
 *
 * <p>In the steady state nothing is allocated.
 */
final class WriteCache {

  private static final int CHUNK_SHIFT = 7;
  private static final int CHUNK = 1 << CHUNK_SHIFT;

  private final SectorStore medium;
  private final int unitShift;
  private final long most;
  private final VersionStore versions;

  /** Of every unit the place with what is durable, plus 1; 0: the medium has it. */
  private final ChunkMap<int[]> bases = new ChunkMap<>();

  private int[] newest = new int[16];
  private long clock;
  private boolean through;
  private @Nullable SortedSet<Long> partial;
  private long blockSectors;

  /**
   * Makes a cache with nothing in it.
   *
   * @param medium what reads see
   * @param unitBytes the atomic unit
   * @param bytes how much it holds
   */
  WriteCache(SectorStore medium, int unitBytes, long bytes) {
    this.medium = medium;
    int sectors = unitBytes / Sectors.SIZE;
    unitShift = Integer.numberOfTrailingZeros(sectors);
    most = bytes / unitBytes;
    versions = new VersionStore(sectors);
  }

  /** The cache of a disk. */
  static WriteCache of(DiskSpec spec, SectorStore medium) {
    return new WriteCache(medium, spec.atomicWriteBytes(), spec.cache().bytes());
  }

  /** Sectors of an atomic unit. */
  int unitSectors() {
    return 1 << unitShift;
  }

  /** The serial of the newest version; later ones have larger ones. */
  long clock() {
    return clock;
  }

  /** The versions that are not durable, in line. */
  VersionStore versions() {
    return versions;
  }

  /** Whether what is written from now on is durable at once. */
  void setThrough(boolean durable) {
    through = durable;
  }

  /**
   * From now on nothing is pushed out, and the blocks are collected that are overwritten only in
   * part.
   */
  void beginCapture(int blockBytes) {
    partial = new TreeSet<>();
    blockSectors = Sectors.ofBytes(blockBytes);
  }

  /** The medium has been told what survives: nothing is in here any more. */
  void endCapture() {
    partial = null;
    settleUntil(clock);
  }

  /** The blocks of which a part was overwritten since {@link #beginCapture}, in order. */
  SortedSet<Long> partial() {
    return partial == null ? new TreeSet<>() : partial;
  }

  /** Sectors are about to be overwritten. */
  void changing(long first, long end) {
    if (partial != null) {
      collect(partial, first, end);
    }
    for (long unit = first >> unitShift; unit <= (end - 1) >> unitShift; unit++) {
      if (base(unit) == VersionStore.NONE) {
        keepDurable(unit);
      }
    }
  }

  /** Sectors have been overwritten. */
  void changed(long first, long end) {
    for (long unit = first >> unitShift; unit <= (end - 1) >> unitShift; unit++) {
      add(unit);
      if (through) {
        settle(unit);
      }
    }
    while (partial == null && versions.lineLength() > most) {
      settleOldest();
    }
  }

  /** Makes durable what came until a time, see {@link #clock}. */
  void settleUntil(long serial) {
    while (versions.head() != VersionStore.NONE && versions.serial(versions.head()) <= serial) {
      settleOldest();
    }
  }

  /** Declares the sectors of all that came until a time and is not durable. */
  void declareUntil(long serial, DamageBook book, int device, int rule) {
    for (int place = versions.head();
        place != VersionStore.NONE && versions.serial(place) <= serial;
        place = versions.behind(place)) {
      book.damaged(device, versions.unit(place) << unitShift, unitSectors(), rule);
    }
  }

  /** The place with the durable content of a unit, or {@link VersionStore#NONE}: the medium. */
  int base(long unit) {
    int[] chunk = bases.get(unit >> CHUNK_SHIFT);
    return chunk == null ? VersionStore.NONE : chunk[(int) unit & (CHUNK - 1)] - 1;
  }

  private void collect(SortedSet<Long> blocks, long first, long end) {
    if (first % blockSectors != 0) {
      blocks.add(first / blockSectors);
    }
    if (end % blockSectors != 0) {
      blocks.add(end / blockSectors);
    }
  }

  private void keepDurable(long unit) {
    int base = takeCopy(unit);
    setBase(unit, base);
    setNewest(base, base);
  }

  private void add(long unit) {
    int base = base(unit);
    int version = takeCopy(unit);
    if (versions.equal(version, newest[base])) {
      versions.giveBack(version);
      if (newest[base] == base) {
        versions.giveBack(base);
        setBase(unit, VersionStore.NONE);
      }
      return;
    }
    versions.follow(newest[base], version);
    setNewest(base, version);
    versions.join(version);
  }

  private int takeCopy(long unit) {
    int place = versions.take(unit, ++clock);
    medium.readTags(unit << unitShift, versions.tags(), versions.offset(place), 1 << unitShift);
    return place;
  }

  private void settle(long unit) {
    while (base(unit) != VersionStore.NONE) {
      settle(versions.newer(base(unit)));
    }
  }

  private void settleOldest() {
    settle(versions.head());
  }

  // The oldest version of a unit becomes what is durable of it.
  private void settle(int version) {
    long unit = versions.unit(version);
    int base = base(unit);
    int last = newest[base];
    versions.giveBack(base);
    versions.leave(version);
    if (version == last) {
      versions.giveBack(version);
      setBase(unit, VersionStore.NONE);
    } else {
      setBase(unit, version);
      setNewest(version, last);
    }
  }

  private void setNewest(int oldest, int place) {
    if (oldest >= newest.length) {
      newest = Arrays.copyOf(newest, Math.max(oldest + 1, newest.length * 2));
    }
    newest[oldest] = place;
  }

  private void setBase(long unit, int place) {
    int[] chunk = bases.get(unit >> CHUNK_SHIFT);
    if (chunk == null) {
      chunk = new int[CHUNK];
      bases.put(unit >> CHUNK_SHIFT, chunk);
    }
    chunk[(int) unit & (CHUNK - 1)] = place + 1;
  }
}
