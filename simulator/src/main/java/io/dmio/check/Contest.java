package io.dmio.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the 8 sectors of a granule of which one might be there.
 *
 * <p>A version may be read in an interval iff its write began before the interval's end and no
 * successful write of the sector lies entirely behind that write and entirely before the interval.
 * A failed write may have written any of its sectors, and replaces nothing for certain.
 */
final class Contest {

  /** Sectors of a granule, as a power of two. */
  static final int GRANULE_SHIFT = 3;

  /** Sectors of a granule. */
  static final int GRANULE = 1 << GRANULE_SHIFT;

  private static final long IN_FLIGHT = Long.MAX_VALUE;

  private final List<Version> versions = new ArrayList<>();

  /** Bit i: what sector i held at the begin of the contest. */
  private int baseAlive = (1 << GRANULE) - 1;

  /** The first sector of a granule. */
  static long firstSector(long granule) {
    return granule << GRANULE_SHIFT;
  }

  /** The place of a sector in its granule. */
  static int place(long sector) {
    return (int) sector & (GRANULE - 1);
  }

  /** A write begins, or has begun before the contest did. */
  void begin(Flight flight, long firstSector) {
    Version version = new Version(flight, flight.begin);
    for (int i = 0; i < GRANULE; i++) {
      long at = firstSector + i - flight.sector();
      if (at >= 0 && at < flight.sectors()) {
        version.mask |= 1 << i;
        version.tags[i] = flight.tags[(int) at];
      }
    }
    versions.add(version);
  }

  /** A write ends. */
  void end(Flight flight, long now, boolean ok) {
    for (Version version : versions) {
      if (version.flight == flight) {
        version.flight = null;
        version.end = now;
        version.ok = ok;
        return;
      }
    }
  }

  /** Whether a write is in flight. */
  boolean isWritten() {
    for (Version version : versions) {
      if (version.end == IN_FLIGHT) {
        return true;
      }
    }
    return false;
  }

  /** Whether a read that began at {@code start} and ends now may have found a tag. */
  boolean allows(int sector, long tag, long baseTag, long start) {
    if (tag == baseTag && (baseAlive >>> sector & 1) != 0 && !isReplaced(sector, -1, start)) {
      return true;
    }
    for (Version version : versions) {
      if (version.has(sector)
          && version.tags[sector] == tag
          && !isReplaced(sector, version.end, start)) {
        return true;
      }
    }
    return false;
  }

  /** The tags that are permitted at a time. */
  long[] permitted(int sector, long baseTag, long start) {
    long[] found = new long[versions.size() + 1];
    int count = 0;
    if ((baseAlive >>> sector & 1) != 0 && !isReplaced(sector, -1, start)) {
      found[count++] = baseTag;
    }
    for (Version version : versions) {
      if (version.has(sector) && !isReplaced(sector, version.end, start)) {
        found[count++] = version.tags[sector];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Whether no write touched a sector since a time. */
  boolean isQuietSince(int sector, long start) {
    for (Version version : versions) {
      if (version.has(sector) && version.end > start) {
        return false;
      }
    }
    return true;
  }

  /** A read has found out which version is there, and nobody else is under way. */
  void settle(int sector) {
    baseAlive |= 1 << sector;
    for (Version version : versions) {
      version.mask &= ~(1 << sector);
    }
  }

  /** Forgets versions that no read can find any more that began at {@code horizon} or later. */
  void prune(long horizon) {
    int dead = 0;
    for (int i = 0; i < GRANULE; i++) {
      if (isReplaced(i, -1, horizon)) {
        dead |= 1 << i;
      }
    }
    for (Version version : versions) {
      version.dying = 0;
      for (int i = 0; i < GRANULE; i++) {
        if (version.has(i) && isReplaced(i, version.end, horizon)) {
          version.dying |= 1 << i;
        }
      }
    }
    baseAlive &= ~dead;
    for (Version version : versions) {
      version.mask &= ~version.dying;
    }
    versions.removeIf(version -> version.mask == 0);
  }

  /**
   * With no write in flight: makes the only version of every sector its base.
   *
   * @return whether the contest is over
   */
  boolean collapse(long[] tags, int offset) {
    boolean over = true;
    for (int i = 0; i < GRANULE; i++) {
      over &= collapse(i, tags, offset + i);
    }
    versions.removeIf(version -> version.mask == 0);
    return over;
  }

  private boolean collapse(int sector, long[] tags, int at) {
    boolean found = (baseAlive >>> sector & 1) != 0;
    long only = tags[at];
    for (Version version : versions) {
      if (version.has(sector)) {
        if (found && version.tags[sector] != only) {
          return false;
        }
        found = true;
        only = version.tags[sector];
      }
    }
    tags[at] = only;
    settle(sector);
    return true;
  }

  /** Whether a successful write lies entirely between two times. */
  private boolean isReplaced(int sector, long after, long before) {
    if (after == IN_FLIGHT) {
      return false;
    }
    for (Version version : versions) {
      if (version.ok && version.has(sector) && version.begin > after && version.end < before) {
        return true;
      }
    }
    return false;
  }

  private static final class Version {

    private @Nullable Flight flight;
    private final long begin;
    private final long[] tags = new long[GRANULE];
    private long end = IN_FLIGHT;
    private boolean ok;
    private int mask;
    private int dying;

    private Version(Flight flight, long begin) {
      this.flight = flight;
      this.begin = begin;
    }

    private boolean has(int sector) {
      return (mask >>> sector & 1) != 0;
    }
  }
}
