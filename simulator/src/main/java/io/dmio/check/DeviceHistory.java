package io.dmio.check;

import io.dmio.block.ChunkMap;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each sector of one device may hold, by the writes that were seen.
 *
 * <p>In the common case a sector has one permitted version. A granule of 8 sectors whose bios
 * overlapped in time, or of which a write failed, has a {@link Contest} besides.
 *
 * <p>Times are readings of a clock that counts begins and ends.
 */
final class DeviceHistory {

  private static final int CHUNK_SHIFT = 9;
  private static final int CHUNK = 1 << CHUNK_SHIFT;
  private final int device;
  private final SectorContent initial;
  private final List<Flight> flights;
  private final ChunkMap<Granules> chunks = new ChunkMap<>();
  private final ArrayDeque<Contest> idle = new ArrayDeque<>();

  /** Reads under way. */
  private int reads;

  DeviceHistory(int device, SectorContent initial, List<Flight> flights) {
    this.device = device;
    this.initial = initial;
    this.flights = flights;
  }

  /** A write goes to the device; its tags and its begin are in the flight. */
  void writeBegins(Flight flight) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      Granules granules = granules(g);
      boolean alone = granules.open(g, flight);
      Contest known = granules.contest(g);
      if (known != null || !alone) {
        Contest contest = known == null ? newContest(granules, g) : known;
        contest.begin(flight, Contest.firstSector(g));
      }
    }
  }

  /** A write has ended. */
  void writeEnds(Flight flight, boolean ok, long now) {
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      Granules granules = granules(g);
      boolean alone = granules.close(g);
      Contest known = granules.contest(g);
      if (ok && alone && known == null) {
        write(flight, g, granules);
      } else {
        Contest contest = known == null ? newContest(granules, g) : known;
        contest.end(flight, now, ok);
        tidy(flight, g, granules, contest, now);
      }
    }
  }

  /** A read goes to the device. */
  void readBegins(Flight flight) {
    reads++;
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      granules(g).open(g, flight);
    }
  }

  /**
   * A read has ended.
   *
   * @param found what it has read, or null if it failed
   * @param differences collects the sectors that may not hold what was found
   */
  void readEnds(Flight flight, long @Nullable [] found, long now, Differences differences) {
    reads--;
    long last = granule(end(flight) - 1);
    for (long g = granule(flight.sector()); g <= last; g++) {
      Granules granules = granules(g);
      boolean alone = granules.close(g);
      Contest known = granules.contest(g);
      boolean plain = known == null && (found == null || matches(flight, found, g, granules));
      if (!plain) {
        Contest contest = known == null && !alone ? newContest(granules, g) : known;
        boolean right = found == null || explained(flight, found, g, contest, differences);
        if (contest != null) {
          settle(flight, right ? found : null, g, granules, contest);
          tidy(flight, g, granules, contest, now);
        }
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    Contest contest = contestOf(sector);
    return contest == null
        ? new long[] {base(sector)}
        : contest.permitted(Contest.place(sector), base(sector), start);
  }

  /** Compares everything that was ever seen here, and everything on the medium, at rest. */
  void compare(SectorStore medium, long now, Differences differences) {
    long[] found = new long[CHUNK];
    chunks.forEach(
        (number, granules) -> {
          long first = number << CHUNK_SHIFT;
          medium.readTags(first, found, 0, CHUNK);
          if (!granules.isUndisputed() || !Arrays.equals(found, granules.tags)) {
            judge(first, found, now, differences);
          }
        });
    medium.forEachChunk(
        (first, tags) -> {
          if (chunks.get(first >>> CHUNK_SHIFT) == null) {
            judge(first, tags, now, differences);
          }
        });
  }

  private void judge(long first, long[] tags, long now, Differences differences) {
    for (int i = 0; i < tags.length; i++) {
      judge(first + i, tags[i], now, differences);
    }
  }

  private void judge(long sector, long tag, long now, Differences differences) {
    if (!allows(contestOf(sector), sector, tag, now)) {
      differences.add(sector, tag, permitted(sector, now));
    }
  }

  private static boolean matches(Flight flight, long[] found, long g, Granules granules) {
    long from = Math.max(flight.sector(), Contest.firstSector(g));
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    int offset = (int) (from - flight.sector());
    int base = (int) from & (CHUNK - 1);
    int count = (int) (to - from);
    return Arrays.equals(found, offset, offset + count, granules.tags, base, base + count);
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
  private void settle(
      Flight flight, long @Nullable [] found, long g, Granules granules, Contest contest) {
    if (found == null || earliestReader(flight, g) != Long.MAX_VALUE) {
      return;
    }
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    for (long s = Math.max(flight.sector(), Contest.firstSector(g)); s < to; s++) {
      if (contest.isQuietSince(Contest.place(s), flight.begin)) {
        granules.tags[(int) s & (CHUNK - 1)] = found[(int) (s - flight.sector())];
        contest.settle(Contest.place(s));
      }
    }
  }

  private void tidy(Flight ending, long g, Granules granules, Contest contest, long now) {
    contest.prune(Math.min(now + 1, earliestReader(ending, g)));
    int place = (int) Contest.firstSector(g) & (CHUNK - 1);
    if (!contest.isWritten() && contest.collapse(granules.tags, place)) {
      granules.setContest(g, null);
      contest.reset();
      idle.addLast(contest);
    }
  }

  /** When the first of the reads of a granule began that are under way besides one bio. */
  private long earliestReader(Flight besides, long g) {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < flights.size() && reads > 0; i++) {
      Flight flight = flights.get(i);
      if (flight != besides && flight.op() == RequestOp.READ && isOn(flight, g)) {
        earliest = Math.min(earliest, flight.begin);
      }
    }
    return earliest;
  }

  /** Begins a contest; of the bios under way only the one that came alone can be a write. */
  private Contest newContest(Granules granules, long g) {
    Contest contest = idle.isEmpty() ? new Contest() : idle.removeLast();
    Flight first = granules.first(g);
    if (first != null && first.counted && first.op() != RequestOp.READ && isOn(first, g)) {
      contest.begin(first, Contest.firstSector(g));
    }
    granules.setContest(g, contest);
    return contest;
  }

  private boolean isOn(Flight flight, long g) {
    return flight.isOpen()
        && flight.device() == device
        && granule(flight.sector()) <= g
        && g <= granule(end(flight) - 1);
  }

  private static void write(Flight flight, long g, Granules granules) {
    long from = Math.max(flight.sector(), Contest.firstSector(g));
    long to = Math.min(end(flight), Contest.firstSector(g + 1));
    int offset = (int) (from - flight.sector());
    int base = (int) from & (CHUNK - 1);
    System.arraycopy(flight.tags, offset, granules.tags, base, (int) (to - from));
  }

  private long base(long sector) {
    Granules granules = chunks.get(sector >>> CHUNK_SHIFT);
    return granules == null ? initial.tag(sector) : granules.tags[(int) sector & (CHUNK - 1)];
  }

  private @Nullable Contest contestOf(long sector) {
    Granules granules = chunks.get(sector >>> CHUNK_SHIFT);
    return granules == null ? null : granules.contest(granule(sector));
  }

  private Granules granules(long g) {
    long number = g >>> (CHUNK_SHIFT - Contest.GRANULE_SHIFT);
    Granules known = chunks.get(number);
    return known == null ? newGranules(number) : known;
  }

  private Granules newGranules(long number) {
    Granules granules = new Granules(CHUNK);
    initial.fill(number << CHUNK_SHIFT, granules.tags);
    chunks.put(number, granules);
    return granules;
  }

  private static long end(Flight flight) {
    return flight.sector() + flight.sectors();
  }

  private static long granule(long sector) {
    return sector >>> Contest.GRANULE_SHIFT;
  }
}
