package io.dmio.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The versions of the 8 sectors of a granule of which one might be there.
 *
 * <p>A version may be read in an interval iff its write began before the interval's end and no
 * successful write of the sector lies entirely behind that write and entirely before the interval.
 * A failed write may have written any of its sectors, and replaces nothing for certain.
 */
final class CandidateVersions {

  private static final int ALL = (1 << Granule.SECTORS) - 1;

  /** What two writes leave that met: most often the next write replaces both. */
  private static final int FEW = 2;

  /** Those from {@code count} on are spare. */
  private Version[] versions = {new Version(), new Version()};

  private int count;

  /** Those that have ended well: they alone replace others, and among failed writes are few. */
  private final List<Version> winners = new ArrayList<>();

  /** Bit i: what sector i held at the begin of the contest. */
  private int baseAlive = ALL;

  /** Begins anew, over another granule. */
  void reset() {
    clear();
    baseAlive = ALL;
  }

  /** Whether the next write makes it larger. */
  boolean isFull() {
    return count == versions.length;
  }

  /** Whether it is worth while to look for versions that nobody can find any more. */
  boolean isLarge() {
    return count > FEW;
  }

  /** Whether every sector has one version, its base. */
  boolean isOver() {
    return count == 0;
  }

  /** A write begins, or has begun before the contest did. */
  void begin(CheckedBio bio, long firstSector) {
    next().begin(bio, firstSector);
  }

  /** A write ends. */
  void end(CheckedBio bio, long now, boolean ok) {
    for (int i = 0; i < count; i++) {
      if (versions[i].write == bio) {
        versions[i].finish(now);
        if (ok) {
          winners.add(versions[i]);
        }
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
      if (versions[i].end != Version.IN_FLIGHT) {
        versions[i].mask &= ~(1 << sector);
      }
    }
    dropEmpty();
    baseAlive |= 1 << sector;
    for (int i = 1; i < tags.length; i++) {
      next().hold(sector, tags[i], now);
    }
  }

  /** A sector holds a tag, as if a write of it that took no time had ended well. */
  void holds(int sector, long tag, long now) {
    Version version = next();
    version.hold(sector, tag, now);
    winners.add(version);
  }

  /** Whether a read that began at {@code start} and ends now may have found a tag. */
  boolean allows(int sector, long tag, long baseTag, long start) {
    if (tag == baseTag && isBasePermitted(sector, start)) {
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (isPermitted(versions[i], sector, start) && versions[i].tag(sector) == tag) {
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
        found[many++] = versions[i].tag(sector);
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
    if (sectors == ALL) {
      clear();
      return;
    }
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

  /** With no write in flight: of versions that are alike, keeps the first. */
  void forgetTwins(long[] tags) {
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      for (int rest = version.mask; rest != 0; rest &= rest - 1) {
        int sector = Integer.numberOfTrailingZeros(rest);
        boolean isBase = (baseAlive >>> sector & 1) != 0;
        if (isBase && tags[sector] == version.tag(sector) || hasTwin(i, sector)) {
          version.mask &= ~(1 << sector);
        }
      }
    }
    dropEmpty();
  }

  private boolean hasTwin(int version, int sector) {
    for (int i = 0; i < version; i++) {
      if (versions[i].has(sector) && versions[i].tag(sector) == versions[version].tag(sector)) {
        return true;
      }
    }
    return false;
  }

  /** The sectors that have one version, which is not their base. */
  int settled() {
    int known = baseAlive;
    int disputed = 0;
    for (int i = 0; i < count; i++) {
      disputed |= known & versions[i].mask;
      known |= versions[i].mask;
    }
    return ALL & ~disputed & ~baseAlive;
  }

  /** With no write in flight: makes the only version of some sectors their base. */
  void collapse(int sectors, long[] tags) {
    for (int i = 0; i < count; i++) {
      versions[i].copy(sectors, tags);
    }
    settle(sectors);
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
    for (int i = 0; i < winners.size(); i++) {
      Version version = winners.get(i);
      if (version.begin > after && version.end < before) {
        sectors |= version.mask;
      }
    }
    return sectors;
  }

  private void clear() {
    count = 0;
    winners.clear();
  }

  private void dropEmpty() {
    winners.removeIf(version -> version.mask == 0);
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
}
