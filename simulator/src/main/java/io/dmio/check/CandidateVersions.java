package io.dmio.check;

import io.dmio.sim.Spare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The versions that the 8 sectors of a granule may hold while nobody knows which one it is: writes
 * overlapped in time, or some failed. Each sector has a base as well, which it held before. Reused.
 *
 * <p>A version may be read in an interval iff its write started before the interval's end and no
 * successful write of the sector lies entirely after that write and entirely before the interval. A
 * failed write may have written any of its sectors, and replaces nothing for certain.
 *
 * <p>Times are readings of the clock of the checks. Sets of sectors have bit i for sector i.
 */
final class CandidateVersions extends Spare {

  /** What two writes leave that met: most often the next write replaces both. */
  private static final int FEW = 2;

  private final Versions versions = new Versions();

  /** Those that have ended well: only they replace others, and among failed writes are few. */
  private final List<Version> winners = new ArrayList<>();

  /** The sectors that may hold their base. */
  private int baseAlive = Granules.ALL;

  /** Starts again, over another granule. */
  void reset() {
    clear();
    baseAlive = Granules.ALL;
  }

  /** Whether the next write needs more room. */
  boolean isFull() {
    return versions.isFull();
  }

  /** Whether it is worth while to look for versions that nobody can find any more. */
  boolean isLarge() {
    return versions.count() > FEW;
  }

  /** Whether every sector has one version, its base. */
  boolean isOver() {
    return versions.count() == 0;
  }

  /** A write starts, or started before these did. */
  void start(CheckedBio bio, long firstSector) {
    versions.add().start(bio, firstSector);
  }

  /** A write ends. */
  void end(CheckedBio bio, long now, boolean ok) {
    Version version = versions.of(bio);
    if (version != null) {
      version.finish(now, ok);
      if (ok) {
        winners.add(version);
      }
    }
  }

  /**
   * A sector holds one of some tags, of which the first is its base, or what a write in flight puts
   * there.
   */
  void restart(int sector, long[] tags, long now) {
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      if (!version.isInFlight()) {
        version.remove(1 << sector);
      }
    }
    dropEmpty();
    baseAlive |= 1 << sector;
    for (int i = 1; i < tags.length; i++) {
      versions.add().hold(sector, tags[i], now);
    }
  }

  /** A sector holds a tag, as if a write of it that took no time had ended well. */
  void holds(int sector, long tag, long now) {
    Version version = versions.add();
    version.hold(sector, tag, now);
    winners.add(version);
  }

  /** Whether a read that started at {@code start} and ends now may have found a tag. */
  boolean allows(int sector, long tag, long baseTag, long start) {
    if (tag == baseTag && isBasePermitted(sector, start)) {
      return true;
    }
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      if (isPermitted(version, sector, start) && version.tag(sector) == tag) {
        return true;
      }
    }
    return false;
  }

  /** The tags that are permitted for a read that started at {@code start}. */
  long[] permitted(int sector, long baseTag, long start) {
    long[] found = new long[versions.count() + 1];
    int many = 0;
    if (isBasePermitted(sector, start)) {
      found[many++] = baseTag;
    }
    for (int i = 0; i < versions.count(); i++) {
      if (isPermitted(versions.get(i), sector, start)) {
        found[many++] = versions.get(i).tag(sector);
      }
    }
    assert many > 0 : "sector " + sector + " of a granule may hold nothing";
    return Arrays.copyOf(found, many);
  }

  /** Whether no write touched a sector since a time. */
  boolean isQuietSince(int sector, long start) {
    for (int i = 0; i < versions.count(); i++) {
      if (versions.get(i).has(sector) && versions.get(i).end() > start) {
        return false;
      }
    }
    return true;
  }

  /**
   * The base is the only version of some sectors: somebody has found or written it there while
   * nobody else was under way.
   */
  void settle(int sectors) {
    baseAlive |= sectors;
    if (sectors == Granules.ALL) {
      clear();
      return;
    }
    versions.remove(sectors);
    dropEmpty();
  }

  /**
   * Drops versions that no read can find any more that started at {@code horizon} or later. One
   * that replaces others goes before them only where a later one replaces them as well.
   */
  void prune(long horizon) {
    baseAlive &= ~replaced(-1, horizon);
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      version.remove(replaced(version.end(), horizon));
    }
    dropEmpty();
  }

  /** With no write in flight: of versions that are alike, keeps the first. */
  void forgetTwins(long[] tags) {
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      for (int rest = version.sectors(); rest != 0; rest &= rest - 1) {
        int sector = Integer.numberOfTrailingZeros(rest);
        boolean isBase = Granules.has(baseAlive, sector) && tags[sector] == version.tag(sector);
        if (isBase || hasTwin(i, sector)) {
          version.remove(1 << sector);
        }
      }
    }
    dropEmpty();
  }

  private boolean hasTwin(int version, int sector) {
    long tag = versions.get(version).tag(sector);
    for (int i = 0; i < version; i++) {
      if (versions.get(i).has(sector) && versions.get(i).tag(sector) == tag) {
        return true;
      }
    }
    return false;
  }

  /** The sectors that have one version, which is not their base. */
  int settled() {
    int known = baseAlive;
    int disputed = 0;
    for (int i = 0; i < versions.count(); i++) {
      disputed |= known & versions.get(i).sectors();
      known |= versions.get(i).sectors();
    }
    assert known == Granules.ALL : "only the sectors " + known + " may hold anything";
    return Granules.ALL & ~disputed & ~baseAlive;
  }

  /** With no write in flight: makes the only version of some sectors their base. */
  void collapse(int sectors, long[] tags) {
    for (int i = 0; i < versions.count(); i++) {
      assert !versions.get(i).isInFlight() : "a write is in flight";
      versions.get(i).copy(sectors, tags);
    }
    settle(sectors);
  }

  private boolean isBasePermitted(int sector, long start) {
    return Granules.has(baseAlive & ~replaced(-1, start), sector);
  }

  private boolean isPermitted(Version version, int sector, long start) {
    return Granules.has(version.sectors() & ~replaced(version.end(), start), sector);
  }

  /** The sectors of which a successful write lies entirely between two times. */
  private int replaced(long after, long before) {
    int sectors = 0;
    for (int i = 0; i < winners.size(); i++) {
      Version version = winners.get(i);
      if (version.begin() > after && version.end() < before) {
        sectors |= version.sectors();
      }
    }
    return sectors;
  }

  private void clear() {
    versions.clear();
    winners.clear();
  }

  private void dropEmpty() {
    winners.removeIf(version -> version.sectors() == 0);
    versions.dropEmpty();
  }
}
