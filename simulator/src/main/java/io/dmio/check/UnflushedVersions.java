package io.dmio.check;

import io.dmio.sim.Spare;
import java.util.Arrays;

/**
 * What the 8 sectors of a granule may be left with when power fails, while some of their writes are
 * not durable for certain. Reused.
 *
 * <p>A version may be left unless a durable write of the sector started after that version's write
 * had ended. A write is durable for certain if it ended well and was forced, or was flushed after
 * its end. A write that ended in an error replaces nothing, but what it has left is settled by a
 * flush as well.
 *
 * <p>Times are readings of the clock of the checks. Sets of sectors have bit i for sector i.
 */
final class UnflushedVersions extends Spare {

  private static final long BEFORE_ALL = -1;

  private final long[] base = new long[Granules.SECTORS];

  /** By sector: when the last durable write of it started, or -1. */
  private final long[] replaced = new long[Granules.SECTORS];

  private final Versions versions = new Versions();
  private long granule;
  private int index;

  /** The sectors that may be left with their base. */
  private int baseAlive;

  /** The sectors that were written since this was opened. */
  private int touched;

  /**
   * Starts again, over a granule of which everything is durable.
   *
   * @param atIndex where it stands among those of its device
   */
  void open(long ofGranule, int atIndex) {
    granule = ofGranule;
    index = atIndex;
    versions.clear();
    baseAlive = Granules.ALL;
    touched = 0;
  }

  /** The number of the granule. */
  long granule() {
    return granule;
  }

  /** The first sector of the granule. */
  long firstSector() {
    return Granules.firstSector(granule);
  }

  /** Where it stands among those of its device. */
  int index() {
    return index;
  }

  /** It stands somewhere else now. */
  void moveTo(int place) {
    assert place >= 0 && place <= index : "it moves from " + index + " to " + place;
    index = place;
  }

  /** A sector durably holds one of some tags. */
  void holds(int place, long[] tags) {
    assert tags.length > 0 : "sector " + place + " of granule " + granule + " may hold nothing";
    base[place] = tags[0];
    for (int i = 1; i < tags.length; i++) {
      leave(place, tags[i], BEFORE_ALL);
    }
  }

  private void leave(int place, long tag, long now) {
    Version version = versions.add();
    version.hold(place, tag, now);
    version.settle();
  }

  /** A write starts. */
  void start(CheckedBio bio) {
    Version version = versions.add();
    version.start(bio, firstSector());
    touched |= version.sectors();
  }

  /**
   * A write ends.
   *
   * @param forced whether it is durable if it has ended well
   */
  void end(CheckedBio bio, long now, boolean ok, boolean forced) {
    Version version = versions.of(bio);
    if (version != null) {
      version.finish(now, ok);
      if (ok && forced) {
        version.settle();
      }
    }
    if (ok && forced) {
      prune();
    }
  }

  /**
   * Whatever had ended before a time has been flushed.
   *
   * @return the sectors of which a write has become durable by that
   */
  int flush(long before) {
    int durable = 0;
    boolean changed = false;
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      if (!version.isSettled() && version.end() < before) {
        version.settle();
        changed = true;
        durable |= version.isOk() ? version.sectors() : 0;
      }
    }
    if (changed) {
      prune();
    }
    return durable;
  }

  /** Whether nothing is left here that power could take. */
  boolean isSettled() {
    for (int i = 0; i < versions.count(); i++) {
      if (!versions.get(i).isSettled()) {
        return false;
      }
    }
    return true;
  }

  /** The sectors that were written since this was opened. */
  int touched() {
    return touched;
  }

  /** The sectors of which a write had ended well before a time and is not durable. */
  int acknowledged(long before) {
    int sectors = 0;
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      boolean counts = version.isOk() && !version.isSettled() && version.end() < before;
      sectors |= counts ? version.sectors() : 0;
    }
    return sectors;
  }

  /** A sector was found to hold a tag that no write has left there, durably or not. */
  void found(int place, long tag, long now) {
    versions.add().hold(place, tag, now);
    touched |= 1 << place;
  }

  /**
   * Power has failed: what is left now is durable, whatever it is, but for what writes in flight
   * may still do. Only what starts from now on replaces it.
   */
  void powerCut(long now) {
    touched = 0;
    for (int i = 0; i < versions.count(); i++) {
      touched |= versions.get(i).powerCut(now);
    }
    for (int rest = touched & baseAlive; rest != 0; rest &= rest - 1) {
      int place = Integer.numberOfTrailingZeros(rest);
      leave(place, base[place], now);
    }
    baseAlive &= ~touched;
  }

  /** What a sector may be left with; never empty. */
  long[] left(int place) {
    long[] tags = new long[versions.count() + 1];
    int many = 0;
    if (Granules.has(baseAlive, place)) {
      tags[many++] = base[place];
    }
    for (int i = 0; i < versions.count(); i++) {
      if (versions.get(i).has(place)) {
        tags[many++] = versions.get(i).tag(place);
      }
    }
    assert many > 0 : "sector " + place + " of granule " + granule + " is left with nothing";
    return Arrays.copyOf(tags, many);
  }

  private void prune() {
    Arrays.fill(replaced, BEFORE_ALL);
    for (int i = 0; i < versions.count(); i++) {
      Version version = versions.get(i);
      if (version.isOk() && version.isSettled()) {
        replaceBy(version);
      }
    }
    for (int place = 0; place < Granules.SECTORS; place++) {
      baseAlive &= replaced[place] < 0 ? Granules.ALL : ~(1 << place);
    }
    for (int i = 0; i < versions.count(); i++) {
      removeReplaced(versions.get(i));
    }
    versions.dropEmpty();
  }

  /** What had ended before a durable write started is replaced on the sectors of that. */
  private void replaceBy(Version durable) {
    for (int rest = durable.sectors(); rest != 0; rest &= rest - 1) {
      int place = Integer.numberOfTrailingZeros(rest);
      replaced[place] = Math.max(replaced[place], durable.begin());
    }
  }

  private void removeReplaced(Version version) {
    for (int rest = version.sectors(); rest != 0; rest &= rest - 1) {
      int place = Integer.numberOfTrailingZeros(rest);
      if (version.end() < replaced[place]) {
        version.remove(1 << place);
      }
    }
  }
}
