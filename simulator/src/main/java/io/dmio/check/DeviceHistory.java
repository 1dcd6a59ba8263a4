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
 * overlapped in time, or of which a write failed, has a {@link Contest} besides. So a bio that is
 * alone on its granules costs a counter and a comparison a granule. A granule lies in one piece,
 * its state before its tags, since at random places the cache misses are what costs.
 *
 * <p>Times are readings of a clock that counts begins and ends.
 */
final class DeviceHistory {

  private static final int CHUNK_GRANULES_SHIFT = 4;
  private static final int CHUNK_GRANULES = 1 << CHUNK_GRANULES_SHIFT;

  /** A word of state, then the tags. */
  private static final int WORDS = 1 + Contest.GRANULE;

  /** The state counts writers, readers, and says whether there is a contest. */
  private static final long WRITER = 1;

  private static final long READER = 1L << 24;
  private static final long WRITERS = READER - 1;
  private static final long READERS = WRITERS << 24;
  private static final long CONTESTED = 1L << 48;

  private final int device;
  private final SectorContent initial;
  private final List<Flight> flights;
  private final ChunkMap<long[]> chunks = new ChunkMap<>();
  private final Map<Long, Contest> contests = new TreeMap<>();

  DeviceHistory(int device, SectorContent initial, List<Flight> flights) {
    this.device = device;
    this.initial = initial;
    this.flights = flights;
  }

  /** A write goes to the device; its tags and its begin are in the flight. */
  void writeBegins(Flight flight) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      long[] words = chunkOf(g);
      int at = index(g);
      if (words[at] != 0) {
        contest(words, g).begin(flight, Contest.firstSector(g));
      }
      words[at] += WRITER;
    }
  }

  /** A write has ended. */
  void writeEnds(Flight flight, boolean ok, long now) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      long[] words = chunkOf(g);
      int at = index(g);
      if (ok && (words[at] & (CONTESTED | READERS)) == 0) {
        words[at] -= WRITER;
        write(flight, words, g);
      } else {
        Contest contest = contest(words, g);
        contest.end(flight, now, ok);
        words[at] -= WRITER;
        tidy(words, g, contest, now);
      }
    }
  }

  /** A read goes to the device. */
  void readBegins(Flight flight) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      chunkOf(g)[index(g)] += READER;
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
      long[] words = chunkOf(g);
      int at = index(g);
      words[at] -= READER;
      boolean right =
          found == null
              || (words[at] & (CONTESTED | WRITERS)) == 0 && matches(flight, found, words, g)
              || explained(flight, found, words, g, differences);
      if ((words[at] & CONTESTED) != 0) {
        Contest contest = contest(words, g);
        if (found != null && right && (words[at] & READERS) == 0) {
          settle(flight, found, words, g, contest);
        }
        tidy(words, g, contest, now);
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    long g = granule(sector);
    long[] words = chunks.get(g >>> CHUNK_GRANULES_SHIFT);
    if (words == null) {
      return new long[] {initial.tag(sector)};
    }
    long base = words[tagIndex(sector)];
    Contest contest = contests.get(g);
    return contest == null
        ? new long[] {base}
        : contest.permitted(Contest.place(sector), base, start);
  }

  /** Compares everything that was ever seen here, and everything on the medium, at rest. */
  void compare(SectorStore medium, long now, Differences differences) {
    long[] found = new long[Contest.GRANULE];
    chunks.forEach(
        (number, words) -> {
          for (int i = 0; i < CHUNK_GRANULES; i++) {
            long g = (number << CHUNK_GRANULES_SHIFT) + i;
            medium.readTags(Contest.firstSector(g), found, 0, found.length);
            compare(words, g, found, now, differences);
          }
        });
    medium.forEachTouched(
        (sector, tag) -> {
          if (tag != initial.tag(sector)
              && chunks.get(granule(sector) >>> CHUNK_GRANULES_SHIFT) == null) {
            differences.add(sector, tag, permitted(sector, now));
          }
        });
  }

  private void compare(long[] words, long g, long[] found, long now, Differences differences) {
    int from = index(g) + 1;
    if (Arrays.equals(words, from, from + found.length, found, 0, found.length)) {
      return;
    }
    for (int i = 0; i < found.length; i++) {
      long sector = Contest.firstSector(g) + i;
      if (!allows(words, contests.get(g), sector, found[i], now)) {
        differences.add(sector, found[i], permitted(sector, now));
      }
    }
  }

  private static boolean matches(Flight flight, long[] found, long[] words, long g) {
    long from = Math.max(flight.sector(), Contest.firstSector(g));
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    int offset = (int) (from - flight.sector());
    int base = tagIndex(from);
    int count = (int) (to - from);
    return Arrays.equals(found, offset, offset + count, words, base, base + count);
  }

  private boolean explained(
      Flight flight, long[] found, long[] words, long g, Differences differences) {
    boolean alone = (words[index(g)] & (CONTESTED | WRITERS)) == 0;
    Contest contest = alone ? null : contest(words, g);
    boolean right = true;
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    for (long s = Math.max(flight.sector(), Contest.firstSector(g)); s < to; s++) {
      long tag = found[(int) (s - flight.sector())];
      if (!allows(words, contest, s, tag, flight.begin)) {
        differences.add(s, tag, permitted(s, flight.begin));
        right = false;
      }
    }
    return right;
  }

  private static boolean allows(
      long[] words, @Nullable Contest contest, long sector, long tag, long start) {
    long base = words[tagIndex(sector)];
    return contest == null ? tag == base : contest.allows(Contest.place(sector), tag, base, start);
  }

  /** What a read has found is there for certain, if it was alone. */
  private static void settle(Flight flight, long[] found, long[] words, long g, Contest contest) {
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    for (long s = Math.max(flight.sector(), Contest.firstSector(g)); s < to; s++) {
      if (contest.isQuietSince(Contest.place(s), flight.begin)) {
        words[tagIndex(s)] = found[(int) (s - flight.sector())];
        contest.settle(Contest.place(s));
      }
    }
  }

  private void tidy(long[] words, long g, Contest contest, long now) {
    int at = index(g);
    contest.prune((words[at] & READERS) == 0 ? now : earliestReader(g, now));
    if ((words[at] & WRITERS) == 0 && contest.collapse(words, at + 1)) {
      words[at] &= ~CONTESTED;
      contests.remove(g);
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

  private Contest contest(long[] words, long g) {
    Contest known = contests.get(g);
    if (known != null) {
      return known;
    }
    Contest contest = new Contest();
    long left = words[index(g)] & WRITERS;
    for (int i = 0; left > 0 && i < flights.size(); i++) {
      Flight flight = flights.get(i);
      if (isOn(flight, g) && flight.op() == RequestOp.WRITE && flight.counted) {
        contest.begin(flight, Contest.firstSector(g));
        left--;
      }
    }
    words[index(g)] |= CONTESTED;
    contests.put(g, contest);
    return contest;
  }

  private boolean isOn(Flight flight, long g) {
    return flight.isOpen()
        && flight.device() == device
        && granule(flight.sector()) <= g
        && g <= granule(end(flight) - 1);
  }

  private static void write(Flight flight, long[] words, long g) {
    long from = Math.max(flight.sector(), Contest.firstSector(g));
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    int offset = (int) (from - flight.sector());
    System.arraycopy(flight.tags, offset, words, tagIndex(from), (int) (to - from));
  }

  private long[] chunkOf(long g) {
    long[] words = chunks.get(g >>> CHUNK_GRANULES_SHIFT);
    return words == null ? newChunk(g >>> CHUNK_GRANULES_SHIFT) : words;
  }

  private long[] newChunk(long number) {
    long[] words = new long[CHUNK_GRANULES * WORDS];
    long first = Contest.firstSector(number << CHUNK_GRANULES_SHIFT);
    for (long s = first; s < first + CHUNK_GRANULES * Contest.GRANULE; s++) {
      words[tagIndex(s)] = initial.tag(s);
    }
    chunks.put(number, words);
    return words;
  }

  private static long end(Flight flight) {
    return flight.sector() + flight.sectors();
  }

  private static long granule(long sector) {
    return sector >>> Contest.GRANULE_SHIFT;
  }

  private static int index(long granule) {
    return ((int) granule & (CHUNK_GRANULES - 1)) * WORDS;
  }

  private static int tagIndex(long sector) {
    return index(granule(sector)) + 1 + Contest.place(sector);
  }
}
