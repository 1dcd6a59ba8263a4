package io.dmio.check;

import io.dmio.block.ChunkMap;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each sector of one device may hold, by the writes that were seen.
 *
 * <p>The common case, a bio alone on its granules, costs a counter and a comparison a granule.
 * Times are readings of a clock that counts begins and ends.
 */
final class DeviceHistory {

  private final int device;
  private final SectorContent initial;
  private final List<Flight> flights;
  private final ChunkMap<HistoryChunk> chunks = new ChunkMap<>();

  DeviceHistory(int device, SectorContent initial, List<Flight> flights) {
    this.device = device;
    this.initial = initial;
    this.flights = flights;
  }

  /** A write goes to the device; its tags and its begin are in the flight. */
  void writeBegins(Flight flight) {
    long last = flight.sector() + flight.sectors() - 1;
    for (long g = granule(flight.sector()); g <= granule(last); g++) {
      HistoryChunk chunk = chunkOf(g);
      int at = index(g);
      if (chunk.writers[at] + chunk.readers[at] > 0 || chunk.contest(at) != null) {
        contest(chunk, g).begin(flight, g << HistoryChunk.GRANULE_SHIFT);
      }
      chunk.writers[at]++;
    }
  }

  /** A write has ended. */
  void writeEnds(Flight flight, boolean ok, long now) {
    long last = flight.sector() + flight.sectors() - 1;
    for (long g = granule(flight.sector()); g <= granule(last); g++) {
      HistoryChunk chunk = chunkOf(g);
      int at = index(g);
      Contest contest = chunk.contest(at);
      if (contest == null && ok && chunk.readers[at] == 0) {
        chunk.writers[at]--;
        write(flight, chunk, g);
      } else {
        contest = contest(chunk, g);
        contest.end(flight, now, ok);
        chunk.writers[at]--;
        tidy(chunk, g, contest, now);
      }
    }
  }

  /** A read goes to the device. */
  void readBegins(Flight flight) {
    long last = flight.sector() + flight.sectors() - 1;
    for (long g = granule(flight.sector()); g <= granule(last); g++) {
      chunkOf(g).readers[index(g)]++;
    }
  }

  /**
   * A read has ended.
   *
   * @param found what it has read, or null if it failed
   * @param differences collects the sectors that may not hold what was found
   */
  void readEnds(Flight flight, long @Nullable [] found, long now, Differences differences) {
    long last = flight.sector() + flight.sectors() - 1;
    for (long g = granule(flight.sector()); g <= granule(last); g++) {
      HistoryChunk chunk = chunkOf(g);
      int at = index(g);
      chunk.readers[at]--;
      boolean plain = chunk.contest(at) == null && chunk.writers[at] == 0;
      boolean right =
          found == null
              || plain && matches(flight, found, chunk, g)
              || explained(flight, found, chunk, g, differences);
      Contest contest = chunk.contest(at);
      if (contest != null) {
        settle(flight, right ? found : null, chunk, g, contest);
        tidy(chunk, g, contest, now);
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    HistoryChunk chunk = chunks.get(sector >>> HistoryChunk.SHIFT);
    if (chunk == null) {
      return new long[] {initial.tag(sector)};
    }
    long base = chunk.tags[(int) sector & (HistoryChunk.SECTORS - 1)];
    Contest contest = chunk.contest(index(granule(sector)));
    return contest == null
        ? new long[] {base}
        : contest.permitted((int) sector & (HistoryChunk.GRANULE - 1), base, start);
  }

  private boolean knows(long sector) {
    return chunks.get(sector >>> HistoryChunk.SHIFT) != null;
  }

  /** Compares everything that was ever seen here, and everything on the medium, at rest. */
  void compare(SectorStore medium, long now, Differences differences) {
    long[] found = new long[HistoryChunk.SECTORS];
    chunks.forEach(
        (number, chunk) -> {
          long first = number << HistoryChunk.SHIFT;
          medium.readTags(first, found, 0, found.length);
          if (!Arrays.equals(found, chunk.tags)) {
            compare(chunk, first, found, now, differences);
          }
        });
    medium.forEachTouched(
        (sector, tag) -> {
          if (!knows(sector) && tag != initial.tag(sector)) {
            differences.add(sector, tag, permitted(sector, now));
          }
        });
  }

  private void compare(
      HistoryChunk chunk, long first, long[] found, long now, Differences differences) {
    for (int i = 0; i < found.length; i++) {
      Contest contest = chunk.contest(i >>> HistoryChunk.GRANULE_SHIFT);
      if (!allows(chunk, contest, first + i, found[i], now)) {
        differences.add(first + i, found[i], permitted(first + i, now));
      }
    }
  }

  private boolean matches(Flight flight, long[] found, HistoryChunk chunk, long g) {
    long from = Math.max(flight.sector(), g << HistoryChunk.GRANULE_SHIFT);
    long to = Math.min(end(flight), g + 1 << HistoryChunk.GRANULE_SHIFT);
    int offset = (int) (from - flight.sector());
    int base = (int) from & (HistoryChunk.SECTORS - 1);
    int count = (int) (to - from);
    return Arrays.equals(found, offset, offset + count, chunk.tags, base, base + count);
  }

  private boolean explained(
      Flight flight, long[] found, HistoryChunk chunk, long g, Differences differences) {
    Contest contest = chunk.contest(index(g));
    if (contest == null && chunk.writers[index(g)] > 0) {
      contest = contest(chunk, g);
    }
    boolean right = true;
    long to = Math.min(end(flight), g + 1 << HistoryChunk.GRANULE_SHIFT);
    for (long s = Math.max(flight.sector(), g << HistoryChunk.GRANULE_SHIFT); s < to; s++) {
      long tag = found[(int) (s - flight.sector())];
      if (!allows(chunk, contest, s, tag, flight.begin)) {
        differences.add(s, tag, permitted(s, flight.begin));
        right = false;
      }
    }
    return right;
  }

  private static boolean allows(
      HistoryChunk chunk, @Nullable Contest contest, long sector, long tag, long start) {
    long base = chunk.tags[(int) sector & (HistoryChunk.SECTORS - 1)];
    return contest == null
        ? tag == base
        : contest.allows((int) sector & (HistoryChunk.GRANULE - 1), tag, base, start);
  }

  /** What a read has found is there for certain, if it was alone. */
  private static void settle(
      Flight flight, long @Nullable [] found, HistoryChunk chunk, long g, Contest contest) {
    if (found == null || chunk.readers[index(g)] > 0) {
      return;
    }
    long to = Math.min(end(flight), g + 1 << HistoryChunk.GRANULE_SHIFT);
    for (long s = Math.max(flight.sector(), g << HistoryChunk.GRANULE_SHIFT); s < to; s++) {
      int at = (int) s & (HistoryChunk.GRANULE - 1);
      if (contest.isQuietSince(at, flight.begin)) {
        chunk.tags[(int) s & (HistoryChunk.SECTORS - 1)] = found[(int) (s - flight.sector())];
        contest.settle(at);
      }
    }
  }

  private void tidy(HistoryChunk chunk, long g, Contest contest, long now) {
    int at = index(g);
    contest.prune(chunk.readers[at] == 0 ? now : earliestReader(g, now));
    int offset = at << HistoryChunk.GRANULE_SHIFT;
    if (chunk.writers[at] == 0 && contest.collapse(chunk.tags, offset)) {
      chunk.setContest(at, null);
    }
  }

  private long earliestReader(long g, long now) {
    long earliest = now;
    for (Flight flight : flights) {
      if (isOn(flight, g) && flight.op() == RequestOp.READ) {
        earliest = Math.min(earliest, flight.begin);
      }
    }
    return earliest;
  }

  private Contest contest(HistoryChunk chunk, long g) {
    Contest known = chunk.contest(index(g));
    if (known != null) {
      return known;
    }
    Contest contest = new Contest();
    int left = chunk.writers[index(g)];
    for (int i = 0; left > 0 && i < flights.size(); i++) {
      Flight flight = flights.get(i);
      if (isOn(flight, g) && flight.op() == RequestOp.WRITE && flight.counted) {
        contest.begin(flight, g << HistoryChunk.GRANULE_SHIFT);
        left--;
      }
    }
    chunk.setContest(index(g), contest);
    return contest;
  }

  private boolean isOn(Flight flight, long g) {
    return flight.isOpen()
        && flight.device() == device
        && granule(flight.sector()) <= g
        && g <= granule(end(flight) - 1);
  }

  private static void write(Flight flight, HistoryChunk chunk, long g) {
    long from = Math.max(flight.sector(), g << HistoryChunk.GRANULE_SHIFT);
    long to = Math.min(end(flight), g + 1 << HistoryChunk.GRANULE_SHIFT);
    System.arraycopy(
        flight.tags,
        (int) (from - flight.sector()),
        chunk.tags,
        (int) from & (HistoryChunk.SECTORS - 1),
        (int) (to - from));
  }

  private HistoryChunk chunkOf(long g) {
    long number = g >>> HistoryChunk.SHIFT - HistoryChunk.GRANULE_SHIFT;
    HistoryChunk chunk = chunks.get(number);
    return chunk == null ? newChunk(number) : chunk;
  }

  private HistoryChunk newChunk(long number) {
    HistoryChunk chunk = new HistoryChunk();
    for (int i = 0; i < HistoryChunk.SECTORS; i++) {
      chunk.tags[i] = initial.tag((number << HistoryChunk.SHIFT) + i);
    }
    chunks.put(number, chunk);
    return chunk;
  }

  private static long end(Flight flight) {
    return flight.sector() + flight.sectors();
  }

  private static long granule(long sector) {
    return sector >>> HistoryChunk.GRANULE_SHIFT;
  }

  private static int index(long granule) {
    return (int) granule & (HistoryChunk.SECTORS >> HistoryChunk.GRANULE_SHIFT) - 1;
  }
}
