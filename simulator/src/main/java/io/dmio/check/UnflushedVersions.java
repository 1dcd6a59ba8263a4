package io.dmio.check;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the 8 sectors of a granule may be left with when power fails, while some of their writes are
 * not durable for certain.
 *
 * <p>A version may be left unless a durable write of the sector began after that version's write
 * had ended. A write is durable for certain if it ended well and was forced, or was flushed after
 * its end. A write that ended in an error replaces nothing, but what it has left is settled by a
 * flush as well.
 */
final class UnflushedVersions {

  private static final int ALL = (1 << Granule.SECTORS) - 1;
  private static final long IN_FLIGHT = Long.MAX_VALUE;

  private final long[] base = new long[Granule.SECTORS];
  private final long[] replaced = new long[Granule.SECTORS];
  private long granule;

  /** Where it stands among those of its device. */
  private int index;

  /** Those from {@code count} on are spare. */
  private Version[] versions = {new Version(), new Version()};

  private int count;
  private int baseAlive;

  /** Bit i: sector i was written since this began. */
  private int touched;

  /** Begins anew, over a granule of which everything is durable. */
  void open(long ofGranule, int atIndex) {
    granule = ofGranule;
    index = atIndex;
    count = 0;
    baseAlive = ALL;
    touched = 0;
  }

  long granule() {
    return granule;
  }

  long firstSector() {
    return granule << Granule.SHIFT;
  }

  int index() {
    return index;
  }

  void moveTo(int place) {
    index = place;
  }

  /** What a sector durably holds: one of these. */
  void holds(int place, long[] tags) {
    base[place] = tags[0];
    for (int i = 1; i < tags.length; i++) {
      add().hold(place, tags[i]);
    }
  }

  /** A write begins. */
  void begin(CheckedBio bio) {
    Version version = add();
    version.begin(bio, firstSector());
    touched |= version.mask;
  }

  /**
   * A write ends.
   *
   * @param forced whether it is durable if it has ended well
   */
  void end(CheckedBio bio, long now, boolean ok, boolean forced) {
    for (int i = count - 1; i >= 0; i--) {
      if (versions[i].write == bio) {
        versions[i].finish(now, ok, ok && forced);
        break;
      }
    }
    if (ok && forced) {
      prune();
    }
  }

  /**
   * Whatever had ended before a time has been flushed.
   *
   * @return the sectors of which a write has become durable by that, as bits
   */
  int flush(long before) {
    int durable = 0;
    boolean changed = false;
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      if (!version.settled && version.end < before) {
        version.settled = true;
        changed = true;
        durable |= version.ok ? version.mask : 0;
      }
    }
    if (changed) {
      prune();
    }
    return durable;
  }

  /** Whether nothing is left here that power could take. */
  boolean isSettled() {
    for (int i = 0; i < count; i++) {
      if (!versions[i].settled) {
        return false;
      }
    }
    return true;
  }

  /** The sectors that were written since this began, as bits. */
  int touched() {
    return touched;
  }

  /** The sectors of which a write had ended well before a time and is not durable, as bits. */
  int unflushed(long before) {
    int sectors = 0;
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      sectors |= version.ok && !version.settled && version.end < before ? version.mask : 0;
    }
    return sectors;
  }

  /** A sector was found to hold a tag that no write has left there. */
  void found(int place, long tag, long now) {
    add().found(place, tag, now);
    touched |= 1 << place;
  }

  /**
   * Power has failed: what is left now is durable, whatever it is, but for what writes in flight
   * may still do. Only what begins from now on replaces it.
   */
  void powerCut(long now) {
    touched = 0;
    for (int i = 0; i < count; i++) {
      touched |= versions[i].powerCut(now);
    }
    for (int rest = touched & baseAlive; rest != 0; rest &= rest - 1) {
      int place = Integer.numberOfTrailingZeros(rest);
      add().left(place, base[place], now);
    }
    baseAlive &= ~touched;
  }

  /** Whether a write of a sector ended well, and nothing was flushed since. */
  boolean isAcknowledged(int place) {
    for (int i = 0; i < count; i++) {
      if (versions[i].ok && !versions[i].settled && has(versions[i].mask, place)) {
        return true;
      }
    }
    return false;
  }

  /** What a sector may be left with; never empty. */
  long[] left(int place) {
    long[] tags = new long[count + 1];
    int many = 0;
    if (has(baseAlive, place)) {
      tags[many++] = base[place];
    }
    for (int i = 0; i < count; i++) {
      if (has(versions[i].mask, place)) {
        tags[many++] = versions[i].tags[place];
      }
    }
    return Arrays.copyOf(tags, many);
  }

  private void prune() {
    Arrays.fill(replaced, -1);
    for (int i = 0; i < count; i++) {
      if (versions[i].ok && versions[i].settled) {
        versions[i].replace(replaced);
      }
    }
    for (int place = 0; place < Granule.SECTORS; place++) {
      baseAlive &= replaced[place] < 0 ? ALL : ~(1 << place);
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      Version version = versions[i];
      version.prune(replaced);
      if (version.mask != 0) {
        versions[i] = versions[kept];
        versions[kept++] = version;
      }
    }
    count = kept;
  }

  private Version add() {
    if (count == versions.length) {
      versions = Arrays.copyOf(versions, count * 2);
      for (int i = count; i < versions.length; i++) {
        versions[i] = new Version();
      }
    }
    return versions[count++];
  }

  private static boolean has(int mask, int place) {
    return (mask >>> place & 1) != 0;
  }

  /** What one write has left or may have left. Reused. */
  private static final class Version {

    private final long[] tags = new long[Granule.SECTORS];
    private @Nullable CheckedBio write;
    private long begin;
    private long end;
    private boolean ok;
    private boolean settled;

    /** Whether power has failed while it was in flight: if it fails, it has left what it left. */
    private boolean cut;

    private int mask;

    /** What a sector may have held before. */
    private void hold(int place, long tag) {
      write = null;
      begin = -1;
      end = -1;
      ok = false;
      settled = true;
      cut = false;
      mask = 1 << place;
      tags[place] = tag;
    }

    /** What a sector may hold since power has failed. */
    private void left(int place, long tag, long now) {
      hold(place, tag);
      begin = now;
      end = now;
    }

    /** What a sector was found to hold, durably or not. */
    private void found(int place, long tag, long now) {
      left(place, tag, now);
      settled = false;
    }

    /** Its sectors that are still under way, as bits. */
    private int powerCut(long now) {
      if (end == IN_FLIGHT) {
        cut = true;
        return mask;
      }
      begin = now;
      end = now;
      ok = false;
      settled = true;
      return 0;
    }

    private void begin(CheckedBio of, long firstSector) {
      write = of;
      begin = of.begin();
      end = IN_FLIGHT;
      ok = false;
      settled = false;
      cut = false;
      int from = (int) Math.max(0, of.sector() - firstSector);
      int to = (int) Math.min(Granule.SECTORS, of.end() - firstSector);
      mask = (1 << to) - (1 << from);
      int skipped = (int) (firstSector + from - of.sector());
      System.arraycopy(of.tags(), skipped, tags, from, to - from);
    }

    private void finish(long now, boolean well, boolean durable) {
      write = null;
      end = now;
      ok = well;
      settled = durable || cut && !well;
    }

    /** Notes of each of its sectors that what had ended before its begin is replaced. */
    private void replace(long[] before) {
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int place = Integer.numberOfTrailingZeros(rest);
        before[place] = Math.max(before[place], begin);
      }
    }

    private void prune(long[] before) {
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int place = Integer.numberOfTrailingZeros(rest);
        if (end < before[place]) {
          mask &= ~(1 << place);
        }
      }
    }
  }
}
