package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.BioTap;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.MemoryExtents;
import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.PieceTap;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.mapper.TargetWatch;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Memory and media hold what one of the permitted orders allows.
 *
 * <p>Discard and write-zeroes count as writes of zeroes. A read delivers a version that was
 * permitted at some time between its submission and its end. The memory of a failed read is zero
 * from the iterator on and unchanged in front of it. At rest every sector that was touched holds a
 * permitted version.
 *
 * <p>A bio to a stacked device, or to one after a queue, is judged where its pieces come to disks,
 * each when it comes and when it ends there: see {@link PieceJudge}. Where they must come is known
 * from the tables, as {@link SectorMap} reads them. So what was written to a stacked device is
 * expected where the disk below is read, and the other way round. Of a {@code zero} segment reads
 * give zeroes; no bio to an {@code error} segment ends well. What {@code flakey} drops or
 * overwrites is declared, as what a silent fault does. A flush that a stacked device reports as
 * done has reached every disk below it.
 *
 * <p>Here bios are followed; {@link DiskJudge} judges what comes of them on disks.
 */
final class DataCheck implements BioWatch, CallWatch {

  private final Losses losses;
  private final CheckClock clock;
  private final CheckedDevices devices;
  private final CheckedBios bios = new CheckedBios();
  private final Descents descents = new Descents();
  private final PieceTap pieceTap;
  private final PieceJudge pieces;
  private final DiskJudge judge;
  private final StackedStatus statuses;
  private final MemoryTags memoryTags;
  private final FailedReads failedReads;
  private long[] found = new long[64];
  private long[] zeroes = {};

  DataCheck(
      Failures failures,
      CallDirectory calls,
      SectorStore memory,
      Tags tags,
      CheckedDevices devices,
      BioTap tap,
      Losses losses,
      boolean powered) {
    this.losses = losses;
    this.devices = devices;
    clock = losses.clock();
    pieceTap = tap.pieces();
    Findings findings = new Findings(failures, losses, devices.names());
    judge = new DiskJudge(failures, findings, calls, devices, tap.slots(), bios, losses, powered);
    memoryTags = new MemoryTags(memory, tags);
    pieces = new PieceJudge(pieceTap, bios, descents, judge, losses, memoryTags);
    pieceTap.watch(pieces);
    statuses = new StackedStatus(failures, findings, devices, descents);
    failedReads = new FailedReads(failures, memory, tap.slots(), new Iterators(devices));
  }

  /** What the sectors of a disk may hold. */
  DeviceHistory historyOf(int disk) {
    return judge.historyOf(disk);
  }

  /** Who hears what targets do that is no error. */
  TargetWatch targets() {
    return new TableLosses(devices.map(), judge, losses, pieceTap, pieces, descents);
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    assert !tapped.isPiece() : "a piece of bio " + bio.number() + " is submitted";
    CheckedBio checked = bios.of(tapped);
    checked.start(clock.tick());
    if (tapped.sectors() > 0) {
      carries(checked, bio);
    }
    if (devices.isTapped(tapped.device())) {
      descend(tapped, bio);
    } else if (tapped.sectors() > 0) {
      judge.begins(checked);
    }
  }

  private void carries(CheckedBio checked, Bio bio) {
    if (checked.op() == RequestOp.WRITE) {
      checked.carry(memoryTags.of(bio));
    } else if (checked.op() != RequestOp.READ) {
      checked.carry(zeroes(checked.sectors()));
    }
  }

  private void descend(TappedBio tapped, Bio bio) {
    Descent descent = descents.open(tapped, bio.number());
    if (tapped.sectors() > 0) {
      devices
          .map()
          .visitPieces(
              tapped.device(), tapped.op().isWrite(), tapped.sector(), tapped.sectors(), descent);
    }
    pieceTap.follow(bio.number(), tapped);
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    boolean ok = bio.status() == BlockStatus.OK;
    Descent descent = descents.find(tapped);
    if (descent != null) {
      pieces.ownEnded(tapped, bio);
      statuses.ended(tapped, ok);
      pieces.restEnded(tapped, ok);
    }
    long now = clock.tick();
    if (ok && RequestFlag.PREFLUSH.in(tapped.flags())) {
      flushed(tapped, descent, bios.of(tapped).begin());
    }
    if (tapped.sectors() > 0) {
      dataEnded(tapped, bio, descent, now);
    }
    if (descent != null) {
      ascended(tapped, descent);
    }
  }

  private void flushed(TappedBio tapped, @Nullable Descent descent, long begin) {
    if (descent == null) {
      judge.flushed(tapped.device(), begin);
      return;
    }
    for (int disk : devices.map().flushed(tapped.device())) {
      if (tapped.bytes() > 0 && mayHaveFailed(tapped, descent, disk)) {
        judge.flushLost(disk, begin);
      } else if (!descent.isFlushed(disk)) {
        judge.flushed(disk, begin);
      }
    }
  }

  /** Whether the flush that came before a bio's data may have failed, at a disk or above it. */
  private boolean mayHaveFailed(TappedBio tapped, Descent descent, int disk) {
    return descent.isUnflushed(disk)
        || !descent.isFlushed(disk) && devices.map().mayFailFlush(tapped.device());
  }

  private void dataEnded(TappedBio tapped, Bio bio, @Nullable Descent descent, long now) {
    boolean ok = bio.status() == BlockStatus.OK;
    boolean read = tapped.op() == RequestOp.READ;
    if (read && ok) {
      readMemory(tapped, bio);
    } else if (read) {
      failedReads.add(tapped, bio);
    }
    if (descent == null) {
      boolean known = !read || !ok || !MemoryExtents.overlapWithin(bio);
      judge.ends(bios.of(tapped), ok, known ? found : null, now);
    } else if (read && ok) {
      delivered(tapped, descent);
    }
  }

  private void delivered(TappedBio tapped, Descent descent) {
    assert found.length >= tapped.sectors() : found.length + " of " + tapped.sectors();
    for (int i = 0; i < descent.partCount(); i++) {
      Footprint part = descent.part(i);
      if (part.ground() == Ground.ZERO || part.ground() == Ground.DISK && part.isReached()) {
        judge.delivered(tapped, part, found, descent.delivered());
      }
    }
  }

  private void ascended(TappedBio tapped, Descent descent) {
    pieceTap.forget(descent.number());
    descents.close(tapped);
  }

  /** A write may have come as far as anything; what a read would have found, nobody sees. */
  @Override
  public void lost(TappedBio tapped) {
    Descent descent = descents.find(tapped);
    if (descent != null) {
      pieces.lost(tapped);
      ascended(tapped, descent);
    } else if (tapped.sectors() > 0) {
      judge.ends(bios.of(tapped), false, null, clock.tick());
    }
  }

  /** The host has died: nobody looks at the memory of its reads any more. */
  void dropHost() {
    failedReads.dropHost();
    losses.dropHost();
  }

  /** Power has failed at a disk: what is not durable may be gone. */
  void powerCut(int disk) {
    judge.powerCut(disk);
  }

  private long[] zeroes(int sectors) {
    if (zeroes.length < sectors) {
      zeroes = new long[sectors];
      Arrays.fill(zeroes, Tags.ZERO);
    }
    return zeroes;
  }

  private void readMemory(TappedBio tapped, Bio bio) {
    if (found.length < tapped.sectors()) {
      found = new long[Math.max(tapped.sectors(), found.length * 2)];
    }
    memoryTags.read(bio, found);
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    if (call.request().sync() && !call.interrupted()) {
      failedReads.check(call);
    }
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    failedReads.check(call);
  }

  @Override
  public void over(ObservedCall call) {
    failedReads.forget(call);
    losses.over(call.number());
  }

  /** At rest, every touched sector holds a permitted version. */
  void atRest() {
    judge.atRest();
  }
}
