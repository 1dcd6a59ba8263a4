package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.IoReturn;
import io.dmio.target.SectorMap;
import io.dmio.target.SectorMap.Ground;
import io.dmio.target.TargetWatch;
import java.util.Arrays;
import java.util.List;

/**
 * Memory and media hold what one of the permitted orders allows.
 *
 * <p>Discard and write-zeroes count as writes of zeroes. A read delivers a version that was
 * permitted at some time between its submission and its end. The memory of a failed read is zero
 * from the iterator on and unchanged in front of it. At rest every sector that was touched holds a
 * permitted version.
 *
 * <p>A bio to a stacked device is judged by what its table says: as parts on the disks at the end
 * of the way, as {@link SectorMap} finds them, together with the bios that others send there. So
 * what was written to a stacked device is expected where the disk below is read, and the other way
 * round. Of a {@code zero} segment reads give zeroes; no bio to an {@code error} segment ends well.
 * What {@code flakey} drops or overwrites is declared, as what a silent fault does. A flush that a
 * stacked device reports as done has reached every disk below it.
 *
 * <p>Here bios are followed and taken apart; {@link DiskJudge} judges what comes of it on disks.
 */
final class DataCheck implements BioWatch, CallWatch {

  private final Losses losses;
  private final CheckClock clock;
  private final SectorMap map;
  private final Parts parts;
  private final DiskJudge judge;
  private final MemoryTags memoryTags;
  private final FailedReads failedReads;
  private long[] found = new long[64];
  private long[] foundOfPart = new long[64];
  private long[] zeroes = {};

  DataCheck(
      Failures failures,
      CallDirectory calls,
      SectorStore memory,
      Tags tags,
      CheckedDevices devices,
      List<Flight> flights,
      Losses losses,
      boolean powered) {
    this.losses = losses;
    clock = losses.clock();
    map = devices.map();
    parts = new Parts(map);
    judge = new DiskJudge(failures, calls, devices, flights, parts.slots(), losses, powered);
    memoryTags = new MemoryTags(memory, tags);
    failedReads = new FailedReads(failures, memory, flights);
  }

  /** Who hears what targets do that is no error. */
  TargetWatch targets() {
    return judge.targets();
  }

  @Override
  public void submitted(Flight flight, Bio bio) {
    flight.begin = clock.tick();
    if (flight.sectors() == 0) {
      return;
    }
    if (flight.op() == RequestOp.WRITE) {
      flight.tags = memoryTags.of(bio);
    } else if (flight.op() != RequestOp.READ) {
      flight.tags = zeroes(flight.sectors());
    }
    if (judge.isDisk(flight.device())) {
      judge.begins(flight);
      return;
    }
    parts.open(flight);
    for (int i = 0; i < flight.partCount; i++) {
      Flight part = flight.parts[i];
      if (part.ground() == Ground.DISK) {
        if (flight.op() != RequestOp.READ) {
          int from = part.offset();
          part.tags = Arrays.copyOfRange(flight.tags, from, from + part.sectors());
        }
        judge.begins(part);
      }
    }
  }

  @Override
  public void ended(Flight flight, Bio bio) {
    long now = clock.tick();
    boolean ok = bio.status() == BlockStatus.OK;
    if (ok && RequestFlag.PREFLUSH.in(flight.flags())) {
      flushed(flight);
    }
    if (flight.sectors() == 0) {
      return;
    }
    boolean read = flight.op() == RequestOp.READ;
    if (read && ok) {
      readMemory(flight, bio);
    } else if (read) {
      failedReads.add(flight, bio);
    }
    if (judge.isDisk(flight.device())) {
      judge.ends(flight, ok, found, now);
      return;
    }
    for (int i = 0; i < flight.partCount; i++) {
      partEnds(flight.parts[i], ok, now);
      if (flight.parts[i].ground() == Ground.NOTHING) {
        judge.endsOnNothing(flight.parts[i], ok);
      }
    }
    parts.close(flight);
  }

  private void flushed(Flight flight) {
    if (judge.isDisk(flight.device())) {
      judge.flushed(flight.device(), flight.begin);
      return;
    }
    for (int disk : map.flushed(flight.device())) {
      judge.flushed(disk, flight.begin);
    }
  }

  private void partEnds(Flight part, boolean ok, long now) {
    boolean read = part.op() == RequestOp.READ;
    if (read && ok) {
      if (foundOfPart.length < part.sectors()) {
        foundOfPart = new long[Math.max(part.sectors(), foundOfPart.length * 2)];
      }
      System.arraycopy(found, part.offset(), foundOfPart, 0, part.sectors());
    }
    if (part.ground() == Ground.DISK) {
      judge.ends(part, ok, foundOfPart, now);
    } else if (ok && read) {
      judge.readsZeroes(part, foundOfPart);
    }
  }

  /** A write may have come as far as anything; what a read would have found, nobody sees. */
  @Override
  public void lost(Flight flight) {
    if (flight.sectors() == 0) {
      return;
    }
    long now = clock.tick();
    if (judge.isDisk(flight.device())) {
      judge.ends(flight, false, found, now);
      return;
    }
    for (int i = 0; i < flight.partCount; i++) {
      partEnds(flight.parts[i], false, now);
    }
    parts.close(flight);
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

  private void readMemory(Flight flight, Bio bio) {
    if (found.length < flight.sectors()) {
      found = new long[Math.max(flight.sectors(), found.length * 2)];
    }
    memoryTags.read(bio, found);
  }

  @Override
  public void returned(OpenCall call, IoReturn result) {
    if (call.request().sync() && !call.interrupted()) {
      failedReads.check(call);
    }
  }

  @Override
  public void notified(OpenCall call, long bits) {
    failedReads.check(call);
  }

  @Override
  public void over(OpenCall call) {
    failedReads.forget(call);
    losses.over(call.number());
  }

  /** At rest, every touched sector holds a permitted version. */
  void atRest() {
    judge.atRest();
  }
}
