package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.ledger.SharedMemory;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges what happens on disks: what bios, or the parts of bios to stacked devices, write there and
 * find there, what becomes durable, and what is there at rest.
 *
 * <p>A {@link DeviceHistory} knows which versions of a sector are permitted; where power can fail,
 * a {@link DurableHistory} knows which of them are durable. Where a silent fault explains a
 * difference, that is a loss, and the sector counts as holding what was found: see {@link Losses}.
 */
final class DiskJudge {

  private static final int NOBODY = -1;

  private final Failures failures;
  private final Losses losses;
  private final Findings findings;
  private final List<TappedBio> slots;
  private final List<Medium> media;
  private final DeviceHistory[] histories;

  /** By disk; null in worlds where power does not fail. */
  private final DurableHistory @Nullable [] durables;

  private final Differences differences;
  private final CheckClock clock;

  DiskJudge(
      Failures failures,
      Findings findings,
      CallDirectory calls,
      CheckedDevices devices,
      List<TappedBio> slots,
      CheckedBios bios,
      Losses losses,
      boolean powered) {
    this.failures = failures;
    this.slots = slots;
    this.losses = losses;
    clock = losses.clock();
    this.findings = findings;
    media = devices.media();
    differences = new Differences(failures.tally(), calls, losses);
    histories = new DeviceHistory[media.size()];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = new DeviceHistory(i, media.get(i).initial(), bios);
    }
    durables = powered ? durables() : null;
  }

  private DurableHistory[] durables() {
    DurableHistory[] made = new DurableHistory[histories.length];
    for (int i = 0; i < made.length; i++) {
      made[i] = new DurableHistory(histories[i], media.get(i).cached());
    }
    return made;
  }

  /** What the sectors of a disk may hold. */
  DeviceHistory historyOf(int disk) {
    return histories[disk];
  }

  /** A bio or piece starts on a disk; of a write its tags are known. */
  void begins(CheckedBio bio) {
    assert bio.sectors() > 0 : "a bio without sectors is judged at sector " + bio.sector();
    DeviceHistory history = histories[bio.device()];
    if (bio.op() == RequestOp.READ) {
      history.readBegins(bio);
      return;
    }
    if (durables != null) {
      durables[bio.device()].writeBegins(bio);
    }
    history.writeBegins(bio);
  }

  /**
   * It has ended.
   *
   * @param read what a read that ended well has delivered; null: nobody can tell
   */
  void ends(CheckedBio bio, boolean ok, long @Nullable [] read, long now) {
    if (bio.op() != RequestOp.READ) {
      writeEnded(bio, ok, now);
    } else if (ok && read != null) {
      readEnded(bio, read, now);
    } else {
      histories[bio.device()].readEnds(bio, null, now, differences);
    }
  }

  private void writeEnded(CheckedBio bio, boolean ok, long now) {
    histories[bio.device()].writeEnds(bio, ok, now);
    boolean durable = true;
    if (durables != null) {
      DurableHistory history = durables[bio.device()];
      durable = history.makesDurable(bio);
      history.writeEnds(bio, ok, now, failures.nanos());
    }
    if (ok) {
      losses.rewritten(bio, durable, now);
    }
  }

  private void readEnded(CheckedBio bio, long[] read, long now) {
    assert read.length >= bio.sectors() : read.length + " tags of " + bio.sectors();
    look(bio.device(), bio.bio().call().number());
    histories[bio.device()].readEnds(bio, read, now, differences);
    report(bio.bio(), read, now);
  }

  /** A piece comes to a disk: it is held against the tables. */
  void comparesPiece() {
    failures.tally().add(Comparison.PIECES);
  }

  /** A piece comes to sectors of a disk where no table leads it. */
  void goesAstray(TappedBio piece) {
    findings.goesAstray(piece);
  }

  /**
   * What a read has delivered of a part is what its pieces found at the disk, or zeroes.
   *
   * @param read what it has delivered, sector by sector
   * @param found what its pieces found
   */
  void delivered(TappedBio tapped, Footprint part, long[] read, long[] found) {
    boolean zero = part.ground() == SectorMap.Ground.ZERO;
    look(part.device(), tapped.call().number());
    differences.comparedAbove(part.sectors(), zero);
    for (int place = part.offset(); place < part.end(); place++) {
      long expected = zero ? Tags.ZERO : found[place];
      if (read[place] != expected) {
        differences.add(part.sectorOf(place), read[place], new long[] {expected});
      }
    }
    List<Differences.Run> runs = differences.take();
    if (!runs.isEmpty() && !SharedMemory.isShared(tapped.call(), slots)) {
      runs.forEach(run -> findings.ofRead(tapped, part.device(), run));
    }
  }

  private void report(TappedBio tapped, long[] read, long now) {
    List<Differences.Run> runs = differences.take();
    if (!runs.isEmpty() && !SharedMemory.isShared(tapped.call(), slots)) {
      for (Differences.Run run : runs) {
        findings.ofRead(tapped, run);
        if (run.cause().kind() == Cause.Kind.DAMAGED) {
          accept(tapped, run, read, now);
        }
      }
    }
  }

  private void look(int device, int reader) {
    Promises promises =
        durables == null || device >= durables.length ? Promises.NONE : durables[device];
    differences.on(device, promises, reader);
  }

  /**
   * From now on the sectors hold what was found, so that they are lost once. Who is under way may
   * have come before the damage.
   */
  private void accept(TappedBio tapped, Differences.Run run, long[] read, long now) {
    for (long s = run.sector(); s < run.sector() + run.count(); s++) {
      long tag = read[(int) (s - tapped.sector())];
      histories[tapped.device()].holds(s, tag, now);
      if (durables != null) {
        durables[tapped.device()].holds(s, tag, now);
      }
    }
  }

  /** A flush that started at some time has reached a disk. */
  void flushed(int disk, long begin) {
    if (durables != null) {
      durables[disk].flushed(begin, failures.nanos());
      losses.flushed(disk, begin);
    }
  }

  /**
   * A flush that started at some time has failed at a disk, and its caller was told that it has
   * not: what it should have made durable is lost by the kernel's design, if it is lost.
   */
  void flushLost(int disk, long begin) {
    if (durables != null) {
      durables[disk].forEachUnflushed(begin, sector -> losses.unflushed(disk, sector));
      durables[disk].flushed(begin, failures.nanos());
    }
  }

  /** Shows the sectors of a disk of which something written is not durable. */
  void forEachNotDurable(int disk, LongConsumer sector) {
    if (durables != null) {
      durables[disk].forEachNotDurable(sector);
    }
  }

  /** Power has failed at a disk: what is not durable may be gone. */
  void powerCut(int disk) {
    if (durables != null) {
      durables[disk].powerCut(clock.tick());
      losses.powerCut(disk);
    }
  }

  /** At rest, every touched sector holds a permitted version. */
  void atRest() {
    long now = clock.tick();
    for (int disk = 0; disk < histories.length; disk++) {
      look(disk, NOBODY);
      histories[disk].compare(media.get(disk).contents(), now, differences);
      for (Differences.Run run : differences.take()) {
        findings.atRest(disk, run);
      }
    }
  }
}
