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
  void setWriteThrough(boolean durable) {
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
    flushUntil(clock);
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
        flush(unit);
      }
    }
    while (partial == null && versions.queueLength() > most) {
      flushOldest();
    }
  }

  /** Makes durable what came until a time, see {@link #clock}. */
  void flushUntil(long serial) {
    while (versions.head() != VersionStore.NONE && versions.serial(versions.head()) <= serial) {
      flushOldest();
    }
  }

  /** Declares the sectors of all that came until a time and is not durable. */
  void reportDamageUntil(long serial, DamageListener book, int device, int rule) {
    for (int slot = versions.head();
        slot != VersionStore.NONE && versions.serial(slot) <= serial;
        slot = versions.behind(slot)) {
      book.damaged(device, versions.unit(slot) << unitShift, unitSectors(), rule);
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
    versions.setNewer(newest[base], version);
    setNewest(base, version);
    versions.append(version);
  }

  private int takeCopy(long unit) {
    int slot = versions.take(unit, ++clock);
    medium.readTags(unit << unitShift, versions.tags(), versions.offset(slot), 1 << unitShift);
    return slot;
  }

  private void flush(long unit) {
    while (base(unit) != VersionStore.NONE) {
      flush(versions.newer(base(unit)));
    }
  }

  private void flushOldest() {
    flush(versions.head());
  }

  // The oldest version of a unit becomes what is durable of it.
  private void flush(int version) {
    long unit = versions.unit(version);
    int base = base(unit);
    int last = newest[base];
    versions.giveBack(base);
    versions.remove(version);
    if (version == last) {
      versions.giveBack(version);
      setBase(unit, VersionStore.NONE);
    } else {
      setBase(unit, version);
      setNewest(version, last);
    }
  }

  private void setNewest(int oldest, int slot) {
    if (oldest >= newest.length) {
      newest = Arrays.copyOf(newest, Math.max(oldest + 1, newest.length * 2));
    }
    newest[oldest] = slot;
  }

  private void setBase(long unit, int slot) {
    int[] chunk = bases.get(unit >> CHUNK_SHIFT);
    if (chunk == null) {
      chunk = new int[CHUNK];
      bases.put(unit >> CHUNK_SHIFT, chunk);
    }
    chunk[(int) unit & (CHUNK - 1)] = slot + 1;
  }
}
