package io.dmio.check;

import io.dmio.block.ChunkMap;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What each sector of one device may hold, by the writes that were seen.
 *
 * <p>In the common case a sector has one permitted version. A granule of 8 sectors whose bios
 * overlapped in time, or of which a write failed, has a {@link CandidateVersions} besides. A write
 * that nobody else meets replaces all that was there before, and is no part of the contest.
 *
 * <p>Times are readings of a clock that counts begins and ends.
 */
final class DeviceHistory {

  private final int device;
  private final SectorContent initial;
  private final CheckedBios bios;
  private final ChunkMap<Granule> granules = new ChunkMap<>();
  private final ArrayDeque<CandidateVersions> idle = new ArrayDeque<>();

  /** Reads under way. */
  private int reads;

  /**
   * Nobody has written anything.
   *
   * @param bios all bios and pieces
   */
  DeviceHistory(int device, SectorContent initial, CheckedBios bios) {
    this.device = device;
    this.initial = initial;
    this.bios = bios;
  }

  /** A write goes to the device; its tags and its begin are in the bio. */
  void writeBegins(CheckedBio bio) {
    for (long number = first(bio); number <= last(bio); number++) {
      Granule granule = granule(number);
      if (granule.enter()) {
        granule.setAlone(bio);
      } else {
        contests(bio, granule);
      }
    }
  }

  private void contests(CheckedBio bio, Granule granule) {
    CandidateVersions contest = contestOver(granule);
    if (contest.isFull()) {
      contest.prune(Math.min(bio.begin(), earliestReader(bio, granule)));
    }
    contest.begin(bio, granule.first());
  }

  /** A write has ended. */
  void writeEnds(CheckedBio bio, boolean ok, long now) {
    for (long number = first(bio); number <= last(bio); number++) {
      Granule granule = granule(number);
      granule.leave();
      if (ok && granule.alone() == bio) {
        replace(bio, granule);
      } else {
        hasContested(bio, granule, ok, now);
      }
    }
  }

  private void hasContested(CheckedBio bio, Granule granule, boolean ok, long now) {
    CandidateVersions contest = contestOver(granule);
    contest.end(bio, now, ok);
    if (contest.isLarge() && granule.isIdle()) {
      tidy(granule, contest, now);
    }
  }

  /** A read goes to the device. */
  void readBegins(CheckedBio bio) {
    reads++;
    for (long number = first(bio); number <= last(bio); number++) {
      Granule granule = granule(number);
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
  void readEnds(CheckedBio bio, long @Nullable [] found, long now, Differences differences) {
    reads--;
    for (long number = first(bio); number <= last(bio); number++) {
      Granule granule = granule(number);
      granule.leave();
      CandidateVersions contest = granule.contest();
      if (contest != null) {
        boolean right = found == null || explained(bio, found, granule, differences);
        settle(bio, right && differences.areOfDevice() ? found : null, granule, contest);
        if (granule.isIdle()) {
          tidy(granule, contest, now);
        }
      } else if (found != null && !matches(bio, found, granule, differences)) {
        explained(bio, found, granule, differences);
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    CandidateVersions contest = contestOf(sector);
    return contest == null
        ? new long[] {base(sector)}
        : contest.permitted(Granule.place(sector), base(sector), start);
  }

  /** A sector holds one of some tags, or what the writes under way put there. */
  void mayHold(long sector, long[] held, long now) {
    Granule granule = granule(Granule.of(sector));
    CandidateVersions contest = contestOver(granule);
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
    CandidateVersions contest = contestOver(granule);
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
      CheckedBio bio, long[] found, Granule granule, Differences differences) {
    long from = granule.from(bio);
    int offset = (int) (from - bio.sector());
    int base = Granule.place(from);
    int count = (int) (granule.to(bio) - from);
    boolean same = Arrays.equals(found, offset, offset + count, granule.tags(), base, base + count);
    if (same) {
      differences.compared(from, count);
    }
    return same;
  }

  private boolean explained(
      CheckedBio bio, long[] found, Granule granule, Differences differences) {
    boolean right = true;
    long from = granule.from(bio);
    differences.compared(from, (int) (granule.to(bio) - from));
    for (long s = from; s < granule.to(bio); s++) {
      long tag = found[(int) (s - bio.sector())];
      if (!allows(granule.contest(), s, tag, bio.begin())) {
        differences.add(s, tag, permitted(s, bio.begin()));
        right = false;
      }
    }
    return right;
  }

  private boolean allows(@Nullable CandidateVersions contest, long sector, long tag, long start) {
    return contest == null
        ? tag == base(sector)
        : contest.allows(Granule.place(sector), tag, base(sector), start);
  }

  /** What a read has found is there for certain, if no other read is under way. */
  private void settle(
      CheckedBio bio, long @Nullable [] found, Granule granule, CandidateVersions contest) {
    if (found == null || earliestReader(bio, granule) != Long.MAX_VALUE) {
      return;
    }
    for (long s = granule.from(bio); s < granule.to(bio); s++) {
      if (contest.isQuietSince(Granule.place(s), bio.begin())) {
        granule.ownTags()[Granule.place(s)] = found[(int) (s - bio.sector())];
        contest.settle(1 << Granule.place(s));
      }
    }
  }

  /** Nobody is under way on a granule any more: keeps what the next one may find there. */
  private void tidy(Granule granule, CandidateVersions contest, long now) {
    contest.prune(now + 1);
    collapse(granule, contest);
  }

  private void collapse(Granule granule, CandidateVersions contest) {
    if (contest.isFull()) {
      contest.forgetTwins(granule.tags());
    }
    int settled = contest.settled();
    if (settled != 0) {
      contest.collapse(settled, granule.ownTags());
    }
    endIfOver(granule, contest);
  }

  private void endIfOver(Granule granule, CandidateVersions contest) {
    if (contest.isOver()) {
      granule.setContest(null);
      contest.reset();
      idle.addLast(contest);
    }
  }

  /** When the first of the open reads of a granule started, other than one bio. */
  private long earliestReader(CheckedBio except, Granule granule) {
    return reads == 0
        ? Long.MAX_VALUE
        : bios.earliestReader(except, device, granule.first(), granule.end());
  }

  /** The contest over a granule, of which the write that was alone is a part from now on. */
  private CandidateVersions contestOver(Granule granule) {
    CandidateVersions known = granule.contest();
    CandidateVersions contest = known == null ? newContest(granule) : known;
    CheckedBio alone = granule.alone();
    if (alone != null) {
      granule.setAlone(null);
      contest.begin(alone, granule.first());
    }
    return contest;
  }

  private CandidateVersions newContest(Granule granule) {
    CandidateVersions contest = idle.isEmpty() ? new CandidateVersions() : idle.removeLast();
    granule.setContest(contest);
    return contest;
  }

  /** A write that was alone from begin to end is the only version of its sectors. */
  private void replace(CheckedBio bio, Granule granule) {
    granule.setAlone(null);
    if (bio.sector() == granule.first() && bio.sectors() == Granule.SECTORS) {
      granule.share(bio.tags());
    } else {
      copy(bio, granule);
    }
    CandidateVersions contest = granule.contest();
    if (contest != null) {
      contest.settle(granule.covered(bio));
      endIfOver(granule, contest);
    }
  }

  private static void copy(CheckedBio write, Granule granule) {
    long from = granule.from(write);
    int offset = (int) (from - write.sector());
    int count = (int) (granule.to(write) - from);
    System.arraycopy(write.tags(), offset, granule.ownTags(), Granule.place(from), count);
  }

  private long base(long sector) {
    Granule granule = granules.get(Granule.of(sector));
    return granule == null ? initial.tag(sector) : granule.tags()[Granule.place(sector)];
  }

  private @Nullable CandidateVersions contestOf(long sector) {
    Granule granule = granules.get(Granule.of(sector));
    return granule == null ? null : granule.contest();
  }

  private static long first(CheckedBio bio) {
    return Granule.of(bio.sector());
  }

  private static long last(CheckedBio bio) {
    return Granule.of(bio.end() - 1);
  }

  /** The granule of a number. */
  Granule granule(long number) {
    Granule known = granules.get(number);
    return known == null ? newGranule(number) : known;
  }

  private Granule newGranule(long number) {
    Granule granule = new Granule(number, initial);
    granules.put(number, granule);
    return granule;
  }
}
