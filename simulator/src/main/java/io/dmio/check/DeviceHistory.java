package io.dmio.check;

import io.dmio.block.ChunkMap;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each sector of one device may hold, by the writes that were seen.
 *
 * <p>In the common case a sector has one permitted version. A granule of 8 sectors whose bios
 * overlapped in time, or of which a write failed, has a {@link Contest} besides.
 *
 * <p>At random places the cache misses are what costs. So a bio that is alone on its granules
 * touches the versions once, at its end: whether it is alone says a small table of counters, which
 * granules share; where a counter says "perhaps not", all bios under way are looked at.
 *
 * <p>Times are readings of a clock that counts begins and ends.
 */
final class DeviceHistory {

  private static final int CHUNK_SHIFT = 9;
  private static final int CHUNK = 1 << CHUNK_SHIFT;
  private static final int COUNTERS = 1 << 12;

  private final int device;
  private final SectorContent initial;
  private final List<Flight> flights;
  private final ChunkMap<long[]> chunks = new ChunkMap<>();
  private final Map<Long, Contest> contests = new TreeMap<>();

  /** Bios under way and contests, by the low bits of their granules. */
  private final int[] counters = new int[COUNTERS];

  DeviceHistory(int device, SectorContent initial, List<Flight> flights) {
    this.device = device;
    this.initial = initial;
    this.flights = flights;
  }

  /** A write goes to the device; its tags and its begin are in the flight. */
  void writeBegins(Flight flight) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      if (counters[counter(g)]++ != 0 && (contests.containsKey(g) || isMet(flight, g, false))) {
        contest(g).begin(flight, Contest.firstSector(g));
      }
    }
  }

  /** A write has ended. */
  void writeEnds(Flight flight, boolean ok, long now) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      boolean alone =
          --counters[counter(g)] == 0 || (!contests.containsKey(g) && !isMet(flight, g, false));
      if (ok && alone) {
        write(flight, g);
      } else {
        Contest contest = contest(g);
        contest.end(flight, now, ok);
        tidy(flight, g, contest, now);
      }
    }
  }

  /** A read goes to the device. */
  void readBegins(Flight flight) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      counters[counter(g)]++;
    }
  }

  /**
   * A read has ended.
   *
   * @param found what it has read, or null if it failed
   * @param differences collects the sectors that may not hold what was found
   */
  void readEnds(Flight flight, long @Nullable [] found, long now, Differences differences) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      boolean alone =
          --counters[counter(g)] == 0 || (!contests.containsKey(g) && !isMet(flight, g, true));
      boolean plain = alone && (found == null || matches(flight, found, g));
      if (!plain) {
        Contest contest = alone ? null : contest(g);
        boolean right = found == null || explained(flight, found, g, contest, differences);
        if (contest != null) {
          settle(flight, right ? found : null, g, contest);
          tidy(flight, g, contest, now);
        }
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    Contest contest = contests.get(granule(sector));
    return contest == null
        ? new long[] {base(sector)}
        : contest.permitted(Contest.place(sector), base(sector), start);
  }

  /** Compares everything that was ever seen here, and everything on the medium, at rest. */
  void compare(SectorStore medium, long now, Differences differences) {
    long[] found = new long[CHUNK];
    chunks.forEach(
        (number, tags) -> {
          long first = number << CHUNK_SHIFT;
          medium.readTags(first, found, 0, CHUNK);
          for (int i = 0; i < CHUNK; i++) {
            judge(first + i, found[i], now, differences);
          }
        });
    medium.forEachTouched(
        (sector, tag) -> {
          if (chunks.get(sector >>> CHUNK_SHIFT) == null) {
            judge(sector, tag, now, differences);
          }
        });
  }

  private void judge(long sector, long tag, long now, Differences differences) {
    Contest contest = contests.isEmpty() ? null : contests.get(granule(sector));
    if (!allows(contest, sector, tag, now)) {
      differences.add(sector, tag, permitted(sector, now));
    }
  }

  private boolean matches(Flight flight, long[] found, long g) {
    long from = Math.max(flight.sector(), Contest.firstSector(g));
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    int offset = (int) (from - flight.sector());
    int base = (int) from & (CHUNK - 1);
    int count = (int) (to - from);
    return Arrays.equals(found, offset, offset + count, chunkOf(from), base, base + count);
  }

  private boolean explained(
      Flight flight, long[] found, long g, @Nullable Contest contest, Differences differences) {
    boolean right = true;
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    for (long s = Math.max(flight.sector(), Contest.firstSector(g)); s < to; s++) {
      long tag = found[(int) (s - flight.sector())];
      if (!allows(contest, s, tag, flight.begin)) {
        differences.add(s, tag, permitted(s, flight.begin));
        right = false;
      }
    }
    return right;
  }

  private boolean allows(@Nullable Contest contest, long sector, long tag, long start) {
    return contest == null
        ? tag == base(sector)
        : contest.allows(Contest.place(sector), tag, base(sector), start);
  }

  /** What a read has found is there for certain, if no other read is under way. */
  private void settle(Flight flight, long @Nullable [] found, long g, Contest contest) {
    if (found == null || earliestReader(flight, g) != Long.MAX_VALUE) {
      return;
    }
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    for (long s = Math.max(flight.sector(), Contest.firstSector(g)); s < to; s++) {
      if (contest.isQuietSince(Contest.place(s), flight.begin)) {
        chunkOf(s)[(int) s & (CHUNK - 1)] = found[(int) (s - flight.sector())];
        contest.settle(Contest.place(s));
      }
    }
  }

  private void tidy(Flight ending, long g, Contest contest, long now) {
    contest.prune(Math.min(now + 1, earliestReader(ending, g)));
    long first = Contest.firstSector(g);
    if (!contest.isWritten() && contest.collapse(chunkOf(first), (int) first & (CHUNK - 1))) {
      contests.remove(g);
      counters[counter(g)]--;
    }
  }

  /** When the first of the reads of a granule began that are under way besides one bio. */
  private long earliestReader(Flight besides, long g) {
    long earliest = Long.MAX_VALUE;
    for (Flight flight : flights) {
      if (flight != besides && flight.op() == RequestOp.READ && isOn(flight, g)) {
        earliest = Math.min(earliest, flight.begin);
      }
    }
    return earliest;
  }

  /** Whether another bio is under way on a granule of a bio. */
  private boolean isMet(Flight besides, long g, boolean byWritesOnly) {
    for (Flight flight : flights) {
      boolean counts = !byWritesOnly || flight.op() == RequestOp.WRITE;
      if (flight != besides && counts && isOn(flight, g)) {
        return true;
      }
    }
    return false;
  }

  private Contest contest(long g) {
    Contest known = contests.get(g);
    if (known != null) {
      return known;
    }
    Contest contest = new Contest();
    for (Flight flight : flights) {
      if (flight.counted && flight.op() == RequestOp.WRITE && isOn(flight, g)) {
        contest.begin(flight, Contest.firstSector(g));
      }
    }
    contests.put(g, contest);
    counters[counter(g)]++;
    return contest;
  }

  private boolean isOn(Flight flight, long g) {
    return flight.isOpen()
        && flight.device() == device
        && granule(flight.sector()) <= g
        && g <= granule(end(flight) - 1);
  }

  private void write(Flight flight, long g) {
    long from = Math.max(flight.sector(), Contest.firstSector(g));
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    int offset = (int) (from - flight.sector());
    int base = (int) from & (CHUNK - 1);
    System.arraycopy(flight.tags, offset, chunkOf(from), base, (int) (to - from));
  }

  private long base(long sector) {
    long[] tags = chunks.get(sector >>> CHUNK_SHIFT);
    return tags == null ? initial.tag(sector) : tags[(int) sector & (CHUNK - 1)];
  }

  private long[] chunkOf(long sector) {
    long[] tags = chunks.get(sector >>> CHUNK_SHIFT);
    return tags == null ? newChunk(sector >>> CHUNK_SHIFT) : tags;
  }

  private long[] newChunk(long number) {
    long[] tags = new long[CHUNK];
    for (int i = 0; i < CHUNK; i++) {
      tags[i] = initial.tag((number << CHUNK_SHIFT) + i);
    }
    chunks.put(number, tags);
    return tags;
  }

  private static long end(Flight flight) {
    return flight.sector() + flight.sectors();
  }

  private static long granule(long sector) {
    return sector >>> Contest.GRANULE_SHIFT;
  }

  private static int counter(long granule) {
    return (int) granule & (COUNTERS - 1);
  }
}
