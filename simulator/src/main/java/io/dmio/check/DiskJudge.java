package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.target.TargetWatch;
import java.util.List;
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
  private final List<Flight> flights;
  private final List<Medium> media;
  private final CheckedDevices devices;
  private final DeviceHistory[] histories;

  /** By disk; null in worlds where power does not fail. */
  private final DurableHistory @Nullable [] durables;

  private final Differences differences;
  private final CheckClock clock;

  DiskJudge(
      Failures failures,
      CallDirectory calls,
      CheckedDevices devices,
      List<Flight> flights,
      List<Flight> parts,
      Losses losses,
      boolean powered) {
    this.failures = failures;
    this.devices = devices;
    this.flights = flights;
    this.losses = losses;
    clock = losses.clock();
    findings = new Findings(failures, losses, devices.names());
    media = devices.media();
    differences = new Differences(failures.tally(), calls, losses);
    histories = new DeviceHistory[media.size()];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = new DeviceHistory(i, media.get(i).initial(), flights, parts);
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
    return new TableLosses(devices.map(), durables, losses);
  }

  /** Whether a device is a disk: they come first. */
  boolean isDisk(int device) {
    return device < histories.length;
  }

  /** Something begins on a disk; of a write its tags are known. */
  void begins(Flight flight) {
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

  /**
   * It has ended.
   *
   * @param read what a read that ended well has delivered
   */
  void ends(Flight flight, boolean ok, long[] read, long now) {
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

  private void readEnded(Flight flight, long[] read, long now) {
    look(flight.device(), flight.call().number());
    histories[flight.device()].readEnds(flight, read, now, differences);
    report(flight, read, now);
  }

  /** A segment of zeroes was read. */
  void readsZeroes(Flight part, long[] read) {
    look(part.device(), part.call().number());
    differences.comparedZeroes(part.sectors());
    long[] zero = {Tags.ZERO};
    for (int i = 0; i < part.sectors(); i++) {
      if (read[i] != Tags.ZERO) {
        differences.add(part.sector() + i, read[i], zero);
      }
    }
    report(part, read, clock.now());
  }

  /** What has ended has gone to a segment where nothing is: it must have failed. */
  void endsOnNothing(Flight part, boolean ok) {
    failures.tally().add(Comparison.ERROR_PARTS);
    if (ok) {
      findings.onNothing(part);
    }
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
    DurableHistory durable = durables == null || !isDisk(device) ? null : durables[device];
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

  /** A flush that began at some time has reached a disk. */
  void flushed(int disk, long begin) {
    if (durables != null) {
      durables[disk].flushed(begin, failures.nanos());
      losses.flushed(disk, begin);
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
