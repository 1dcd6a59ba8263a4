package io.dmio.check;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the 8 sectors of a granule of which one might be there.
 *
 * <p>A version may be read in an interval iff its write began before the interval's end and no
 * successful write of the sector lies entirely behind that write and entirely before the interval.
 * A failed write may have written any of its sectors, and replaces nothing for certain.
 */
final class Contest {

  private static final int ALL = (1 << Granule.SECTORS) - 1;
  private static final long IN_FLIGHT = Long.MAX_VALUE;

  /** Those from {@code count} on are spare. */
  private Version[] versions = {new Version(), new Version()};

  private int count;

  /** Bit i: what sector i held at the begin of the contest. */
  private int baseAlive = ALL;

  /** Begins anew, over another granule. */
  void reset() {
    count = 0;
    baseAlive = ALL;
  }

  /** Whether the next write makes it larger. */
  boolean isFull() {
    return count == versions.length;
  }

  /** Whether every sector has one version, its base. */
  boolean isOver() {
    return count == 0;
  }

  /** A write begins, or has begun before the contest did. */
  void begin(Flight flight, long firstSector) {
    next().begin(flight, firstSector);
  }

  /** A write ends. */
  void end(Flight flight, long now, boolean ok) {
    for (int i = 0; i < count; i++) {
      if (versions[i].flight == flight) {
        versions[i].finish(now, ok);
        return;
      }
    }
  }

  /**
   * A sector holds one of some tags, of which the first is its base, or what a write in flight puts
   * there.
   */
  void restart(int sector, long[] tags, long now) {
    for (int i = 0; i < count; i++) {
      if (versions[i].end != IN_FLIGHT) {
        versions[i].mask &= ~(1 << sector);
      }
    }
    dropEmpty();
    baseAlive |= 1 << sector;
    for (int i = 1; i < tags.length; i++) {
      next().hold(sector, tags[i], now);
    }
  }

  /** Whether a read that began at {@code start} and ends now may have found a tag. */
  boolean allows(int sector, long tag, long baseTag, long start) {
    if (tag == baseTag && isBasePermitted(sector, start)) {
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (versions[i].tags[sector] == tag && isPermitted(versions[i], sector, start)) {
        return true;
      }
    }
    return false;
  }

  /** The tags that are permitted at a time. */
  long[] permitted(int sector, long baseTag, long start) {
    long[] found = new long[count + 1];
    int many = 0;
    if (isBasePermitted(sector, start)) {
      found[many++] = baseTag;
    }
    for (int i = 0; i < count; i++) {
      if (isPermitted(versions[i], sector, start)) {
        found[many++] = versions[i].tags[sector];
      }
    }
    return Arrays.copyOf(found, many);
  }

  /** Whether no write touched a sector since a time. */
  boolean isQuietSince(int sector, long start) {
    for (int i = 0; i < count; i++) {
      if (versions[i].has(sector) && versions[i].end > start) {
        return false;
      }
    }
    return true;
  }

  /**
   * The base is the only version of some sectors: somebody has found or written it there while
   * nobody else was under way.
   *
   * @param sectors a bit for each
   */
  void settle(int sectors) {
    baseAlive |= sectors;
    for (int i = 0; i < count; i++) {
      versions[i].mask &= ~sectors;
    }
    dropEmpty();
  }

  /** Forgets versions that no read can find any more that began at {@code horizon} or later. */
  void prune(long horizon) {
    int dead = replaced(-1, horizon);
    for (int i = 0; i < count; i++) {
      versions[i].dying = replaced(versions[i].end, horizon);
    }
    baseAlive &= ~dead;
    for (int i = 0; i < count; i++) {
      versions[i].mask &= ~versions[i].dying;
    }
    dropEmpty();
  }

  /** With no write in flight: makes the only version of every sector its base. */
  void collapse(long[] tags, int offset) {
    int known = baseAlive;
    int disputed = 0;
    for (int i = 0; i < count; i++) {
      disputed |= versions[i].unite(tags, offset, known);
      known |= versions[i].mask;
    }
    settle(ALL & ~disputed);
  }

  private boolean isBasePermitted(int sector, long start) {
    return ((baseAlive & ~replaced(-1, start)) >>> sector & 1) != 0;
  }

  private boolean isPermitted(Version version, int sector, long start) {
    return ((version.mask & ~replaced(version.end, start)) >>> sector & 1) != 0;
  }

  /** The sectors of which a successful write lies entirely between two times. */
  private int replaced(long after, long before) {
    int sectors = 0;
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      if (version.ok && version.begin > after && version.end < before) {
        sectors |= version.mask;
      }
    }
    return sectors;
  }

  private void dropEmpty() {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      if (version.mask != 0) {
        versions[i] = versions[kept];
        versions[kept++] = version;
      }
    }
    count = kept;
  }

  private Version next() {
    if (isFull()) {
      grow();
    }
    return versions[count++];
  }

  private void grow() {
    versions = Arrays.copyOf(versions, count * 2);
    for (int i = count; i < versions.length; i++) {
      versions[i] = new Version();
    }
  }

  /** What one write has left or may have left. Reused. */
  private static final class Version {

    private final long[] tags = new long[Granule.SECTORS];
    private @Nullable Flight flight;
    private long begin;
    private long end;
    private boolean ok;
    private int mask;
    private int dying;

    private void begin(Flight of, long firstSector) {
      flight = of;
      begin = of.begin;
      end = IN_FLIGHT;
      ok = false;
      int from = (int) Math.max(0, of.sector() - firstSector);
      int to = (int) Math.min(Granule.SECTORS, of.sector() + of.sectors() - firstSector);
      mask = (1 << to) - (1 << from);
      int skipped = (int) (firstSector + from - of.sector());
      System.arraycopy(of.tags, skipped, tags, from, to - from);
    }

    /** What a sector may hold, as if a write of it had failed. */
    private void hold(int sector, long tag, long now) {
      flight = null;
      begin = now;
      end = now;
      ok = false;
      mask = 1 << sector;
      tags[sector] = tag;
    }

    private void finish(long now, boolean successful) {
      flight = null;
      end = now;
      ok = successful;
    }

    private boolean has(int sector) {
      return (mask >>> sector & 1) != 0;
    }

    /** Writes its tags where none is known; the sectors of which another one is known. */
    private int unite(long[] known, int offset, int knownSectors) {
      int disputed = 0;
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int sector = Integer.numberOfTrailingZeros(rest);
        if ((knownSectors >>> sector & 1) == 0) {
          known[offset + sector] = tags[sector];
        } else if (known[offset + sector] != tags[sector]) {
          disputed |= 1 << sector;
        }
      }
      return disputed;
    }
  }
}
