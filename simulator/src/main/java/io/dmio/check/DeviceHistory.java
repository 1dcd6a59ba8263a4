package io.dmio.check;

import io.dmio.block.ChunkMap;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.sim.Spares;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each sector of one device may hold, by the writes that were seen.
 *
 * <p>In the common case a sector has one permitted version. A granule of 8 sectors whose bios
 * overlapped in time, or of which a write failed, also has {@link CandidateVersions}. A write that
 * nobody else meets replaces all that was there before, and is no candidate.
 *
 * <p>Times are readings of the {@link CheckClock}.
 */
final class DeviceHistory {

  private final int device;
  private final SectorContent initial;
  private final CheckedBios bios;
  private final ChunkMap<Granule> granules = new ChunkMap<>();
  private final Spares<CandidateVersions> idle = new Spares<>();

  /** By the index of a bio that is on the device: the first granule that it is on. */
  private @Nullable Granule[] firsts = new Granule[16];

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

  /** A write goes to the device; its tags and its start are in the bio. */
  void writeBegins(CheckedBio bio) {
    for (Granule granule = enter(bio); granule != null; granule = next(granule, bio)) {
      if (granule.enter()) {
        granule.setAlone(bio);
      } else {
        startAmongOthers(bio, granule);
      }
    }
  }

  private void startAmongOthers(CheckedBio bio, Granule granule) {
    CandidateVersions candidates = candidatesOf(granule);
    if (candidates.isFull()) {
      candidates.prune(Math.min(bio.begin(), earliestReader(bio, granule)));
    }
    candidates.start(bio, granule.first());
  }

  /** A write has ended. */
  void writeEnds(CheckedBio bio, boolean ok, long now) {
    for (Granule granule = firstOf(bio); granule != null; granule = next(granule, bio)) {
      granule.leave();
      if (ok && granule.alone() == bio) {
        replace(bio, granule);
      } else {
        endAmongOthers(bio, granule, ok, now);
      }
    }
  }

  private void endAmongOthers(CheckedBio bio, Granule granule, boolean ok, long now) {
    CandidateVersions candidates = candidatesOf(granule);
    candidates.end(bio, now, ok);
    if (candidates.isLarge() && granule.isIdle()) {
      tidy(granule, candidates, now);
    }
  }

  /** A read goes to the device. */
  void readBegins(CheckedBio bio) {
    reads++;
    for (Granule granule = enter(bio); granule != null; granule = next(granule, bio)) {
      granule.enter();
      if (granule.alone() != null) {
        candidatesOf(granule);
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
    assert reads > 0 : "a read ends, and none is under way";
    reads--;
    for (Granule granule = firstOf(bio); granule != null; granule = next(granule, bio)) {
      granule.leave();
      CandidateVersions candidates = granule.candidates();
      if (candidates != null) {
        boolean right = found == null || explained(bio, found, granule, differences);
        settle(bio, right && differences.areOfDevice() ? found : null, granule, candidates);
        if (granule.isIdle()) {
          tidy(granule, candidates, now);
        }
      } else if (found != null && !matches(bio, found, granule, differences)) {
        explained(bio, found, granule, differences);
      }
    }
  }

  /** The tags that a sector may hold for somebody who looks from a time on. */
  long[] permitted(long sector, long start) {
    CandidateVersions candidates = candidatesAt(sector);
    return candidates == null
        ? new long[] {base(sector)}
        : candidates.permitted(Granules.place(sector), base(sector), start);
  }

  /** A sector holds one of some tags, or what the writes under way put there. */
  void mayHold(long sector, long[] held, long now) {
    Granule granule = granule(Granules.of(sector));
    CandidateVersions candidates = candidatesOf(granule);
    granule.ownTags()[Granules.place(sector)] = held[0];
    candidates.restart(Granules.place(sector), held, now);
    if (granule.isIdle()) {
      collapse(granule, candidates);
    } else {
      endIfOver(granule, candidates);
    }
  }

  /** A sector was found to hold a tag: for whoever comes from now on it is as if written now. */
  void holds(long sector, long tag, long now) {
    Granule granule = granule(Granules.of(sector));
    CandidateVersions candidates = candidatesOf(granule);
    candidates.holds(Granules.place(sector), tag, now);
    if (granule.isIdle()) {
      tidy(granule, candidates, now);
    }
  }

  /** Compares everything that was ever seen here, and everything on the medium, at rest. */
  void compare(SectorStore medium, long now, Differences differences) {
    medium.forEachChunk(this::include);
    long[] found = new long[Granules.SECTORS];
    granules.forEach(
        (number, granule) -> {
          medium.readTags(granule.first(), found, 0, found.length);
          differences.compared(granule.first(), found.length);
          if (granule.candidates() != null || !Arrays.equals(found, granule.tags())) {
            judge(granule.first(), found, now, differences);
          }
        });
  }

  /** Sectors that nobody wrote are of interest where they are not as they were. */
  private void include(long first, long[] tags) {
    for (int i = 0; i < tags.length; i++) {
      long number = Granules.of(first + i);
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
    if (!allows(candidatesAt(sector), sector, tag, now)) {
      differences.add(sector, tag, permitted(sector, now));
    }
  }

  /** Whether a read has found all that is there; else it is to be looked at sector by sector. */
  private static boolean matches(
      CheckedBio bio, long[] found, Granule granule, Differences differences) {
    long from = granule.from(bio);
    int offset = (int) (from - bio.sector());
    int base = Granules.place(from);
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
      if (!allows(granule.candidates(), s, tag, bio.begin())) {
        differences.add(s, tag, permitted(s, bio.begin()));
        right = false;
      }
    }
    return right;
  }

  private boolean allows(
      @Nullable CandidateVersions candidates, long sector, long tag, long start) {
    return candidates == null
        ? tag == base(sector)
        : candidates.allows(Granules.place(sector), tag, base(sector), start);
  }

  /** What a read has found is there for certain, if no other read is under way. */
  private void settle(
      CheckedBio bio, long @Nullable [] found, Granule granule, CandidateVersions candidates) {
    if (found == null || earliestReader(bio, granule) != Long.MAX_VALUE) {
      return;
    }
    for (long s = granule.from(bio); s < granule.to(bio); s++) {
      if (candidates.isQuietSince(Granules.place(s), bio.begin())) {
        granule.ownTags()[Granules.place(s)] = found[(int) (s - bio.sector())];
        candidates.settle(1 << Granules.place(s));
      }
    }
  }

  /** Nobody is under way on a granule any more: keeps what the next one may find there. */
  private void tidy(Granule granule, CandidateVersions candidates, long now) {
    assert granule.isIdle() : "a bio is under way on sector " + granule.first();
    candidates.prune(now + 1);
    collapse(granule, candidates);
  }

  private void collapse(Granule granule, CandidateVersions candidates) {
    if (candidates.isFull()) {
      candidates.forgetTwins(granule.tags());
    }
    int settled = candidates.settled();
    if (settled != 0) {
      candidates.collapse(settled, granule.ownTags());
    }
    endIfOver(granule, candidates);
  }

  private void endIfOver(Granule granule, CandidateVersions candidates) {
    if (candidates.isOver()) {
      granule.setCandidates(null);
      candidates.reset();
      idle.push(candidates);
    }
  }

  /** When the first of the open reads of a granule started, other than one bio. */
  private long earliestReader(CheckedBio except, Granule granule) {
    return reads == 0
        ? Long.MAX_VALUE
        : bios.earliestReader(except, device, granule.first(), granule.end());
  }

  /** The candidates of a granule; the write that was alone is one from now on. */
  private CandidateVersions candidatesOf(Granule granule) {
    CandidateVersions known = granule.candidates();
    CandidateVersions candidates = known == null ? newCandidates(granule) : known;
    CheckedBio alone = granule.alone();
    if (alone != null) {
      granule.setAlone(null);
      candidates.start(alone, granule.first());
    }
    return candidates;
  }

  private CandidateVersions newCandidates(Granule granule) {
    CandidateVersions known = idle.pop();
    CandidateVersions candidates = known == null ? new CandidateVersions() : known;
    granule.setCandidates(candidates);
    return candidates;
  }

  /** A write that was alone from start to end is the only version of its sectors. */
  private void replace(CheckedBio bio, Granule granule) {
    granule.setAlone(null);
    if (bio.sector() == granule.first() && bio.sectors() == Granules.SECTORS) {
      granule.share(bio.tags());
    } else {
      copy(bio, granule);
    }
    CandidateVersions candidates = granule.candidates();
    if (candidates != null) {
      candidates.settle(Granules.covered(bio, granule.first()));
      endIfOver(granule, candidates);
    }
  }

  private static void copy(CheckedBio write, Granule granule) {
    long from = granule.from(write);
    int offset = (int) (from - write.sector());
    int count = (int) (granule.to(write) - from);
    System.arraycopy(write.tags(), offset, granule.ownTags(), Granules.place(from), count);
  }

  private long base(long sector) {
    Granule granule = granules.get(Granules.of(sector));
    return granule == null ? initial.tag(sector) : granule.tags()[Granules.place(sector)];
  }

  private @Nullable CandidateVersions candidatesAt(long sector) {
    Granule granule = granules.get(Granules.of(sector));
    return granule == null ? null : granule.candidates();
  }

  /** The first granule that a bio is on, which is kept until its end. */
  private Granule enter(CheckedBio bio) {
    if (bio.index() >= firsts.length) {
      firsts = Arrays.copyOf(firsts, Math.max(bio.index() + 1, firsts.length * 2));
    }
    Granule granule = granule(Granules.of(bio.sector()));
    firsts[bio.index()] = granule;
    return granule;
  }

  private Granule firstOf(CheckedBio bio) {
    Granule granule = firsts[bio.index()];
    assert granule != null && granule.first() <= bio.sector() : "it is elsewhere";
    return Objects.requireNonNull(granule);
  }

  /** The granule after one that a bio is on, if it is on that as well. */
  private @Nullable Granule next(Granule granule, CheckedBio bio) {
    return granule.end() < bio.end() ? granule(Granules.of(granule.end())) : null;
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
