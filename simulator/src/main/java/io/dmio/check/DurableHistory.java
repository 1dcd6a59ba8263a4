package io.dmio.check;

import io.dmio.block.ChunkMap;
import io.dmio.block.RequestFlag;
import io.dmio.sim.Spares;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What of the writes to one device outlives a loss of power, by what its caller was told.
 *
 * <p>On a device with a volatile cache an acknowledged write is durable if it was forced (FUA), or
 * if a flush has ended well that was submitted after the write had ended. Writes in flight when the
 * flush is submitted are not covered. Without such a cache an acknowledged write is durable.
 *
 * <p>When power fails, each sector is left with its durable version or with any one that came after
 * it: acknowledged, failed or in bio. The device's {@link DeviceHistory} takes these as what the
 * sector may hold, and reads settle it from there.
 *
 * <p>Times are those of the {@link CheckClock}; nanoseconds are for people.
 */
final class DurableHistory implements Promises {

  private static final int CHUNK_SHIFT = 9;
  private static final int CHUNK = 1 << CHUNK_SHIFT;

  private final DeviceHistory history;
  private final boolean cached;
  private final ChunkMap<Marks> chunks = new ChunkMap<>();
  private final Spares<UnflushedVersions> idle = new Spares<>();

  /** The granules with something that is not durable; those from {@code count} on are spare. */
  private UnflushedVersions[] open = new UnflushedVersions[16];

  private int count;
  private int cuts;

  /**
   * Everything is durable.
   *
   * @param history what the device may hold while it has power
   * @param cached whether it announces a volatile cache
   */
  DurableHistory(DeviceHistory history, boolean cached) {
    this.history = history;
    this.cached = cached;
  }

  /** A write is submitted; the device's history has not yet heard of it. */
  void writeBegins(CheckedBio bio) {
    if (!cached) {
      return;
    }
    long last = Granules.of(bio.end() - 1);
    for (long g = Granules.of(bio.sector()); g <= last; g++) {
      Marks marks = marks(g);
      UnflushedVersions known = marks.unflushed[place(g)];
      UnflushedVersions unflushed = known == null ? open(g, bio.begin()) : known;
      marks.unflushed[place(g)] = unflushed;
      unflushed.start(bio);
    }
  }

  /** Whether a write is durable if it ends well: a piece is forced if the bio that was cut is. */
  boolean makesDurable(CheckedBio bio) {
    return !cached || RequestFlag.FUA.in(bio.bio().whole().flags());
  }

  /** A write has ended. */
  void writeEnds(CheckedBio bio, boolean ok, long now, long nanos) {
    boolean forced = makesDurable(bio);
    if (ok && forced) {
      for (long s = bio.sector(); s < bio.end(); s++) {
        marks(Granules.of(s)).set(s, nanos << 1, cuts);
      }
    }
    long last = Granules.of(bio.end() - 1);
    for (long g = Granules.of(bio.sector()); cached && g <= last; g++) {
      UnflushedVersions unflushed = marks(g).unflushed[place(g)];
      if (unflushed != null) {
        unflushed.end(bio, now, ok, forced);
        closeIfSettled(unflushed);
      }
    }
  }

  /** A flush has ended well that was submitted at a time. */
  void flushed(long submitted, long nanos) {
    for (int i = count - 1; i >= 0; i--) {
      UnflushedVersions unflushed = open[i];
      int durable = unflushed.flush(submitted);
      Marks marks = marks(unflushed.granule());
      for (int rest = durable; rest != 0; rest &= rest - 1) {
        long sector = unflushed.firstSector() + Integer.numberOfTrailingZeros(rest);
        marks.set(sector, nanos << 1 | 1, cuts);
      }
      closeIfSettled(unflushed);
    }
  }

  /** Shows the sectors that were written since all of their granule was durable. */
  void forEachNotDurable(LongConsumer sector) {
    for (int i = 0; i < count; i++) {
      show(open[i], open[i].touched(), sector);
    }
  }

  /** Shows the sectors of which a write had ended well before a time, and is not durable. */
  void forEachUnflushed(long before, LongConsumer sector) {
    for (int i = 0; i < count; i++) {
      show(open[i], open[i].acknowledged(before), sector);
    }
  }

  private static void show(UnflushedVersions unflushed, int places, LongConsumer sector) {
    for (int rest = places; rest != 0; rest &= rest - 1) {
      sector.accept(unflushed.firstSector() + Integer.numberOfTrailingZeros(rest));
    }
  }

  /** A sector was found to hold what nobody wrote there: power may leave that as well. */
  void holds(long sector, long tag, long now) {
    Marks marks = chunks.get(sector >>> CHUNK_SHIFT);
    UnflushedVersions unflushed =
        marks == null ? null : marks.unflushed[place(Granules.of(sector))];
    if (unflushed != null) {
      unflushed.found(Granules.place(sector), tag, now);
    }
  }

  /**
   * Power has failed. What is under way on the way down, before it comes to the disk, stays under
   * way.
   */
  void powerCut(long now) {
    assert agrees(now) : "the histories of a device disagree";
    for (int i = count - 1; i >= 0; i--) {
      UnflushedVersions unflushed = open[i];
      show(
          unflushed,
          unflushed.touched(),
          sector -> history.mayHold(sector, unflushed.left(Granules.place(sector)), now));
      unflushed.powerCut(now);
      closeIfSettled(unflushed);
    }
    cuts++;
  }

  @Override
  public int promised(long sector, int count) {
    assert Granules.of(sector) == Granules.of(sector + count - 1)
        : count + " sectors from " + sector + " are of two granules";
    Marks marks = cuts == 0 ? null : chunks.get(sector >>> CHUNK_SHIFT);
    if (marks == null) {
      return 0;
    }
    int acknowledged = marks.acknowledged(sector);
    int promised = 0;
    for (long s = sector; s < sector + count; s++) {
      boolean later = Granules.has(acknowledged, Granules.place(s));
      promised += !later && marks.isDurable(s, cuts) ? 1 : 0;
    }
    return promised;
  }

  /** Whether power may leave whatever sectors may hold just now. */
  boolean agrees(long now) {
    for (int i = 0; i < count; i++) {
      for (int place = 0; place < Granules.SECTORS; place++) {
        long[] left = open[i].left(place);
        for (long tag : history.permitted(open[i].firstSector() + place, now)) {
          if (Arrays.stream(left).noneMatch(one -> one == tag)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  @Override
  public @Nullable String promise(long sector) {
    Marks marks = chunks.get(sector >>> CHUNK_SHIFT);
    if (marks == null || promised(sector, 1) == 0) {
      return null;
    }
    long since = marks.since[(int) sector & (CHUNK - 1)];
    return ((since & 1) == 0 ? "acknowledged at " : "flushed at ") + TimeWords.of(since >>> 1);
  }

  private UnflushedVersions open(long g, long now) {
    UnflushedVersions known = idle.pop();
    UnflushedVersions unflushed = known == null ? new UnflushedVersions() : known;
    if (count == open.length) {
      open = Arrays.copyOf(open, count * 2);
    }
    assert marks(g).unflushed[place(g)] == null : "granule " + g + " is open";
    unflushed.open(g, count);
    open[count++] = unflushed;
    for (int place = 0; place < Granules.SECTORS; place++) {
      unflushed.holds(place, history.permitted(unflushed.firstSector() + place, now));
    }
    return unflushed;
  }

  private void closeIfSettled(UnflushedVersions unflushed) {
    if (unflushed.isSettled()) {
      close(unflushed);
    }
  }

  private void close(UnflushedVersions unflushed) {
    assert open[unflushed.index()] == unflushed : "another granule is at " + unflushed.index();
    UnflushedVersions last = open[--count];
    open[unflushed.index()] = last;
    last.moveTo(unflushed.index());
    long g = unflushed.granule();
    marks(g).unflushed[place(g)] = null;
    idle.push(unflushed);
  }

  private Marks marks(long g) {
    long number = g >>> (CHUNK_SHIFT - Granules.SHIFT);
    Marks known = chunks.get(number);
    if (known != null) {
      return known;
    }
    Marks marks = new Marks();
    chunks.put(number, marks);
    return marks;
  }

  private static int place(long g) {
    return (int) g & ((CHUNK >> Granules.SHIFT) - 1);
  }

  /** What is known of a stretch of sectors that were written. */
  private static final class Marks {

    /** When a write of each sector last became durable, and in bit 0 whether by a flush; or -1. */
    private final long[] since = new long[CHUNK];

    /** After how many losses of power that was. */
    private final int[] after = new int[CHUNK];

    private final @Nullable UnflushedVersions[] unflushed =
        new UnflushedVersions[CHUNK >> Granules.SHIFT];

    private Marks() {
      Arrays.fill(since, -1);
    }

    private void set(long sector, long when, int cuts) {
      assert when >= 0 : "sector " + sector + " is durable since " + when;
      since[(int) sector & (CHUNK - 1)] = when;
      after[(int) sector & (CHUNK - 1)] = cuts;
    }

    /** Whether a write of a sector had become durable before the last loss of power. */
    private boolean isDurable(long sector, int cuts) {
      int place = (int) sector & (CHUNK - 1);
      return since[place] >= 0 && after[place] < cuts;
    }

    /** The sectors of a granule of which a later write ended well that is not durable, as bits. */
    private int acknowledged(long sector) {
      UnflushedVersions later = unflushed[place(Granules.of(sector))];
      return later == null ? 0 : later.acknowledged(Long.MAX_VALUE);
    }
  }
}
