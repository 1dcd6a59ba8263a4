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
 * overlapped in time, or of which a write failed, has a {@link Contest} besides. A write that
 * nobody else meets replaces all that was there before, and is no part of the contest.
 *
 * <p>Times are readings of a clock that counts begins and ends.
 */
final class DeviceHistory {

  private final int device;
  private final SectorContent initial;
  private final List<Flight> flights;
  private final List<Flight> pieces;
  private final ChunkMap<Granule> granules = new ChunkMap<>();
  private final ArrayDeque<Contest> idle = new ArrayDeque<>();

  /** Reads under way. */
  private int reads;

  /**
   * Begins.
   *
   * @param flights all bios
   * @param pieces what bios to stacked devices are on disks
   */
  DeviceHistory(int device, SectorContent initial, List<Flight> flights, List<Flight> pieces) {
    this.device = device;
    this.initial = initial;
    this.flights = flights;
    this.pieces = pieces;
  }

  /** A write goes to the device; its tags and its begin are in the flight. */
  void writeBegins(Flight flight) {
    flight.granule = granule(Granule.of(flight.sector()));
    for (Granule granule = flight.granule; granule != null; granule = next(granule, flight)) {
      if (granule.enter()) {
        granule.setAlone(flight);
      } else {
        contests(flight, granule);
      }
    }
  }

  private void contests(Flight flight, Granule granule) {
    Contest contest = contestOver(granule);
    if (contest.isFull()) {
      contest.prune(Math.min(flight.begin, earliestReader(flight, granule)));
    }
    contest.begin(flight, granule.first());
  }

  /** A write has ended. */
  void writeEnds(Flight flight, boolean ok, long now) {
    for (Granule granule = flight.granule; granule != null; granule = next(granule, flight)) {
      granule.leave();
      if (ok && granule.alone() == flight) {
        replace(flight, granule);
      } else {
        hasContested(flight, granule, ok, now);
      }
    }
  }

  private void hasContested(Flight flight, Granule granule, boolean ok, long now) {
    Contest contest = contestOver(granule);
    contest.end(flight, now, ok);
    if (contest.isLarge() && granule.isIdle()) {
      tidy(granule, contest, now);
    }
  }

  /** A read goes to the device. */
  void readBegins(Flight flight) {
    reads++;
    flight.granule = granule(Granule.of(flight.sector()));
    for (Granule granule = flight.granule; granule != null; granule = next(granule, flight)) {
      granule.enter();
      if (granule.alone() != null) {
        contestOver(granule);
      }
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
    for (Granule granule = flight.granule; granule != null; granule = next(granule, flight)) {
      granule.leave();
      Contest contest = granule.contest();
      if (contest != null) {
        boolean right = found == null || explained(flight, found, granule, differences);
        settle(flight, right && differences.areOfDevice() ? found : null, granule, contest);
        if (granule.isIdle()) {
          tidy(granule, contest, now);
        }
      } else if (found != null && !matches(flight, found, granule, differences)) {
        explained(flight, found, granule, differences);
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    Contest contest = contestOf(sector);
    return contest == null
        ? new long[] {base(sector)}
        : contest.permitted(Granule.place(sector), base(sector), start);
  }

  /** A sector holds one of some tags, or what the writes under way put there. */
  void mayHold(long sector, long[] held, long now) {
    Granule granule = granule(Granule.of(sector));
    Contest contest = contestOver(granule);
    granule.ownTags()[Granule.place(sector)] = held[0];
    contest.restart(Granule.place(sector), held, now);
    if (granule.isIdle()) {
      collapse(granule, contest);
    } else {
      endIfOver(granule, contest);
    }
  }

  /** A sector was found to hold a tag: for whoever comes from now on it is as if written now. */
  void holds(long sector, long tag, long now) {
    Granule granule = granule(Granule.of(sector));
    Contest contest = contestOver(granule);
    contest.holds(Granule.place(sector), tag, now);
    if (granule.isIdle()) {
      tidy(granule, contest, now);
    }
  }

  /** Compares everything that was ever seen here, and everything on the medium, at rest. */
  void compare(SectorStore medium, long now, Differences differences) {
    medium.forEachChunk(this::include);
    long[] found = new long[Granule.SECTORS];
    granules.forEach(
        (number, granule) -> {
          medium.readTags(granule.first(), found, 0, found.length);
          differences.compared(granule.first(), found.length);
          if (granule.contest() != null || !Arrays.equals(found, granule.tags())) {
            judge(granule.first(), found, now, differences);
          }
        });
  }

  /** Sectors that nobody wrote are of interest where they are not as they were. */
  private void include(long first, long[] tags) {
    for (int i = 0; i < tags.length; i++) {
      long number = Granule.of(first + i);
      if (granules.get(number) == null && tags[i] != initial.tag(first + i)) {
        newGranule(number);
      }
    }
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

  /** Whether a read has found all that is there; else it is to be looked at sector by sector. */
  private static boolean matches(
      Flight flight, long[] found, Granule granule, Differences differences) {
    long from = granule.from(flight);
    int offset = (int) (from - flight.sector());
    int base = Granule.place(from);
    int count = (int) (granule.to(flight) - from);
    boolean same = Arrays.equals(found, offset, offset + count, granule.tags(), base, base + count);
    if (same) {
      differences.compared(from, count);
    }
    return same;
  }

  private boolean explained(Flight flight, long[] found, Granule granule, Differences differences) {
    boolean right = true;
    long from = granule.from(flight);
    differences.compared(from, (int) (granule.to(flight) - from));
    for (long s = from; s < granule.to(flight); s++) {
      long tag = found[(int) (s - flight.sector())];
      if (!allows(granule.contest(), s, tag, flight.begin)) {
        differences.add(s, tag, permitted(s, flight.begin));
        right = false;
      }
    }
    return right;
  }

  private boolean allows(@Nullable Contest contest, long sector, long tag, long start) {
    return contest == null
        ? tag == base(sector)
        : contest.allows(Granule.place(sector), tag, base(sector), start);
  }

  /** What a read has found is there for certain, if no other read is under way. */
  private void settle(Flight flight, long @Nullable [] found, Granule granule, Contest contest) {
    if (found == null || earliestReader(flight, granule) != Long.MAX_VALUE) {
      return;
    }
    for (long s = granule.from(flight); s < granule.to(flight); s++) {
      if (contest.isQuietSince(Granule.place(s), flight.begin)) {
        granule.ownTags()[Granule.place(s)] = found[(int) (s - flight.sector())];
        contest.settle(1 << Granule.place(s));
      }
    }
  }

  /** Nobody is under way on a granule any more: keeps what the next one may find there. */
  private void tidy(Granule granule, Contest contest, long now) {
    contest.prune(now + 1);
    collapse(granule, contest);
  }

  private void collapse(Granule granule, Contest contest) {
    if (contest.isFull()) {
      contest.forgetTwins(granule.tags());
    }
    int settled = contest.settled();
    if (settled != 0) {
      contest.collapse(settled, granule.ownTags());
    }
    endIfOver(granule, contest);
  }

  private void endIfOver(Granule granule, Contest contest) {
    if (contest.isOver()) {
      granule.setContest(null);
      contest.reset();
      idle.addLast(contest);
    }
  }

  /** When the first of the reads of a granule began that are under way besides one bio. */
  private long earliestReader(Flight besides, Granule granule) {
    return reads == 0
        ? Long.MAX_VALUE
        : Math.min(
            earliestReader(flights, besides, granule), earliestReader(pieces, besides, granule));
  }

  private long earliestReader(List<Flight> among, Flight besides, Granule granule) {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < among.size(); i++) {
      Flight flight = among.get(i);
      if (flight != besides && flight.op() == RequestOp.READ && isOn(flight, granule)) {
        earliest = Math.min(earliest, flight.begin);
      }
    }
    return earliest;
  }

  private boolean isOn(Flight flight, Granule granule) {
    return flight.isOpen()
        && flight.device() == device
        && granule.from(flight) < granule.to(flight);
  }

  /** The contest over a granule, of which the write that was alone is a part from now on. */
  private Contest contestOver(Granule granule) {
    Contest known = granule.contest();
    Contest contest = known == null ? newContest(granule) : known;
    Flight alone = granule.alone();
    if (alone != null) {
      granule.setAlone(null);
      contest.begin(alone, granule.first());
    }
    return contest;
  }

  private Contest newContest(Granule granule) {
    Contest contest = idle.isEmpty() ? new Contest() : idle.removeLast();
    granule.setContest(contest);
    return contest;
  }

  /** A write that was alone from begin to end is the only version of its sectors. */
  private void replace(Flight flight, Granule granule) {
    granule.setAlone(null);
    if (flight.sector() == granule.first() && flight.sectors() == Granule.SECTORS) {
      granule.share(flight.tags);
    } else {
      copy(flight, granule);
    }
    Contest contest = granule.contest();
    if (contest != null) {
      contest.settle(granule.covered(flight));
      endIfOver(granule, contest);
    }
  }

  private static void copy(Flight write, Granule granule) {
    long from = granule.from(write);
    int offset = (int) (from - write.sector());
    int count = (int) (granule.to(write) - from);
    System.arraycopy(write.tags, offset, granule.ownTags(), Granule.place(from), count);
  }

  private long base(long sector) {
    Granule granule = granules.get(Granule.of(sector));
    return granule == null ? initial.tag(sector) : granule.tags()[Granule.place(sector)];
  }

  private @Nullable Contest contestOf(long sector) {
    Granule granule = granules.get(Granule.of(sector));
    return granule == null ? null : granule.contest();
  }

  /** The granule behind one that a flight is on, if it is on that as well. */
  private @Nullable Granule next(Granule granule, Flight flight) {
    long next = granule.first() + Granule.SECTORS;
    return next < flight.end() ? granule(Granule.of(next)) : null;
  }

  private Granule granule(long number) {
    Granule known = granules.get(number);
    return known == null ? newGranule(number) : known;
  }

  private Granule newGranule(long number) {
    Granule granule = new Granule(number, initial);
    granules.put(number, granule);
    return granule;
  }
}
