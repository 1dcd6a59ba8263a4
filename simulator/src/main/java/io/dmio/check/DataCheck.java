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
import org.jspecify.annotations.Nullable;

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
 * <p>Where power can fail, it also follows what is durable: see {@link DurableHistory}. Where a
 * silent fault explains a difference, that is a loss, and the sector counts as holding what was
 * found: see {@link Losses}.
 */
final class DataCheck implements BioWatch, CallWatch {

  private final Failures failures;
  private final Losses losses;
  private final Findings findings;
  private final List<Flight> flights;
  private final List<Medium> media;
  private final SectorMap map;
  private final Parts parts;

  /** By device; disks alone. */
  private final DeviceHistory[] histories;

  /** By device; null in worlds where power does not fail. */
  private final DurableHistory @Nullable [] durables;

  private final MemoryTags memoryTags;
  private final Differences differences;
  private final FailedReads failedReads;
  private long[] found = new long[64];
  private long[] foundOfPart = new long[64];
  private long[] zeroes = {};
  private final CheckClock clock;

  DataCheck(
      Failures failures,
      CallDirectory calls,
      SectorStore memory,
      Tags tags,
      CheckedDevices devices,
      List<Flight> flights,
      Losses losses,
      boolean powered) {
    this.failures = failures;
    this.losses = losses;
    this.flights = flights;
    clock = losses.clock();
    findings = new Findings(failures, losses, devices.names());
    media = devices.media();
    map = devices.map();
    parts = new Parts(map);
    memoryTags = new MemoryTags(memory, tags);
    differences = new Differences(calls, losses);
    failedReads = new FailedReads(failures, memory, flights);
    histories = new DeviceHistory[media.size()];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = new DeviceHistory(i, media.get(i).initial(), flights, parts.slots());
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

  /** Who hears what targets do that is no error. */
  TargetWatch targets() {
    return new TableLosses(map, durables, losses);
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
    if (isOnDisk(flight)) {
      begins(flight);
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
        begins(part);
      }
    }
  }

  /** Whether it need not be taken apart: the disks come first. */
  private boolean isOnDisk(Flight flight) {
    return flight.device() < histories.length;
  }

  private void begins(Flight flight) {
    DeviceHistory history = histories[flight.device()];
    if (flight.op() == RequestOp.READ) {
      history.readBegins(flight);
      return;
    }
    if (durables != null) {
      durables[flight.device()].writeBegins(flight);
    }
    history.writeBegins(flight);
  }

  @Override
  public void ended(Flight flight, Bio bio) {
    long now = clock.tick();
    boolean ok = bio.status() == BlockStatus.OK;
    if (durables != null && ok && RequestFlag.PREFLUSH.in(flight.flags())) {
      flushed(flight, durables);
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
    if (isOnDisk(flight)) {
      ends(flight, ok, found, now);
      return;
    }
    for (int i = 0; i < flight.partCount; i++) {
      partEnds(flight.parts[i], ok, now);
    }
    parts.close(flight);
  }

  private void flushed(Flight flight, DurableHistory[] of) {
    if (isOnDisk(flight)) {
      flushed(flight.device(), flight, of);
      return;
    }
    for (int disk : map.flushed(flight.device())) {
      flushed(disk, flight, of);
    }
  }

  private void flushed(int disk, Flight flight, DurableHistory[] of) {
    of[disk].flushed(flight.begin, failures.nanos());
    losses.flushed(disk, flight.begin);
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
      ends(part, ok, foundOfPart, now);
    } else if (ok && part.ground() == Ground.NOTHING) {
      findings.onNothing(part);
    } else if (ok && read) {
      readsZeroes(part);
    }
  }

  /** A segment of zeroes was read. */
  private void readsZeroes(Flight part) {
    look(part.device(), part.call().number());
    long[] zero = {Tags.ZERO};
    for (int i = 0; i < part.sectors(); i++) {
      if (foundOfPart[i] != Tags.ZERO) {
        differences.add(part.sector() + i, foundOfPart[i], zero);
      }
    }
    report(part, foundOfPart, clock.now());
  }

  /** A write may have come as far as anything; what a read would have found, nobody sees. */
  @Override
  public void lost(Flight flight) {
    if (flight.sectors() == 0) {
      return;
    }
    long now = clock.tick();
    if (isOnDisk(flight)) {
      ends(flight, false, found, now);
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

  private void ends(Flight flight, boolean ok, long[] read, long now) {
    if (flight.op() != RequestOp.READ) {
      writeEnded(flight, ok, now);
    } else if (ok) {
      readEnded(flight, read, now);
    } else {
      histories[flight.device()].readEnds(flight, null, now, differences);
    }
  }

  private void writeEnded(Flight flight, boolean ok, long now) {
    histories[flight.device()].writeEnds(flight, ok, now);
    boolean durable = true;
    if (durables != null) {
      DurableHistory history = durables[flight.device()];
      durable = history.makesDurable(flight);
      history.writeEnds(flight, ok, now, failures.nanos());
    }
    if (ok) {
      losses.rewritten(flight, durable, now);
    }
  }

  /** Power has failed at a device: what is not durable may be gone. */
  void powerCut(int device) {
    if (durables != null) {
      durables[device].powerCut(clock.tick());
      losses.powerCut(device);
    }
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

  private void readEnded(Flight flight, long[] read, long now) {
    look(flight.device(), flight.call().number());
    histories[flight.device()].readEnds(flight, read, now, differences);
    report(flight, read, now);
  }

  private void report(Flight flight, long[] read, long now) {
    List<Differences.Run> runs = differences.take();
    if (!runs.isEmpty() && !SharedMemory.isShared(flight.call(), flights)) {
      for (Differences.Run run : runs) {
        findings.ofRead(flight, run);
        if (run.cause().kind() == Cause.Kind.DAMAGED) {
          accept(flight, run, read, now);
        }
      }
    }
  }

  private void look(int device, int reader) {
    DurableHistory durable = durables == null || map.isStacked(device) ? null : durables[device];
    differences.on(device, durable, reader);
  }

  /**
   * From now on the sectors hold what was found, so that they are lost once. Who is under way may
   * have come before the damage.
   */
  private void accept(Flight flight, Differences.Run run, long[] read, long now) {
    for (long s = run.sector(); s < run.sector() + run.count(); s++) {
      histories[flight.device()].holds(s, read[(int) (s - flight.sector())], now);
    }
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
    long now = clock.tick();
    for (int device = 0; device < histories.length; device++) {
      look(device, -1);
      histories[device].compare(media.get(device).contents(), now, differences);
      for (Differences.Run run : differences.take()) {
        findings.atRest(device, run);
      }
    }
  }
}
