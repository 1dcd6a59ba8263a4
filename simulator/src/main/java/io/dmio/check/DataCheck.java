package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.IoReturn;
import java.util.ArrayList;
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
 * <p>Where power can fail, it also follows what is durable: see {@link DurableHistory}. Where a
 * silent fault explains a difference, that is a loss, and the sector counts as holding what was
 * found: see {@link Losses}.
 */
final class DataCheck implements BioWatch, CallWatch {

  private final Failures failures;
  private final Losses losses;
  private final Findings findings;
  private final SectorStore memory;
  private final List<Medium> media;
  private final DeviceHistory[] histories;

  /** By device; null in worlds where power does not fail. */
  private final DurableHistory @Nullable [] durables;

  private final MemoryTags memoryTags;
  private final Differences differences;
  private final List<Flight> flights;

  /** Of calls that are not over. */
  private final List<FailedRead> failedReads = new ArrayList<>();

  private long[] found = new long[64];
  private long[] zeroes = {};
  private final CheckClock clock;

  DataCheck(
      Failures failures,
      CallDirectory calls,
      SectorStore memory,
      Tags tags,
      List<Medium> media,
      List<Flight> flights,
      Losses losses,
      boolean powered) {
    this.failures = failures;
    this.losses = losses;
    clock = losses.clock();
    findings = new Findings(failures, losses, Medium.names(media));
    this.memory = memory;
    this.media = media;
    this.flights = flights;
    memoryTags = new MemoryTags(memory, tags);
    differences = new Differences(calls, losses);
    histories = new DeviceHistory[media.size()];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = new DeviceHistory(i, media.get(i).initial(), flights);
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

  @Override
  public void submitted(Flight flight, Bio bio) {
    flight.begin = clock.tick();
    if (flight.sectors() == 0) {
      return;
    }
    DeviceHistory history = histories[flight.device()];
    if (flight.op() == RequestOp.READ) {
      history.readBegins(flight);
      return;
    }
    flight.tags = flight.op().hasData() ? memoryTags.of(bio) : zeroes(flight.sectors());
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
      durables[flight.device()].flushed(flight.begin, failures.nanos());
      losses.flushed(flight.device(), flight.begin);
    }
    if (flight.sectors() == 0) {
      return;
    }
    if (flight.op() != RequestOp.READ) {
      writeEnded(flight, ok, now);
    } else if (ok) {
      readEnded(flight, bio, now);
    } else {
      histories[flight.device()].readEnds(flight, null, now, differences);
      failedReads.add(new FailedRead(flight, bio, memory));
    }
  }

  /** A write may have come as far as anything; what a read would have found, nobody sees. */
  @Override
  public void lost(Flight flight) {
    if (flight.sectors() == 0) {
      return;
    }
    long now = clock.tick();
    if (flight.op() == RequestOp.READ) {
      histories[flight.device()].readEnds(flight, null, now, differences);
    } else {
      writeEnded(flight, false, now);
    }
  }

  /** The host has died: nobody looks at the memory of its reads any more. */
  void dropHost() {
    failedReads.clear();
    losses.dropHost();
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

  private void readEnded(Flight flight, Bio bio, long now) {
    if (found.length < flight.sectors()) {
      found = new long[Math.max(flight.sectors(), found.length * 2)];
    }
    memoryTags.read(bio, found);
    look(flight.device(), flight.call().number());
    histories[flight.device()].readEnds(flight, found, now, differences);
    List<Differences.Run> runs = differences.take();
    if (!runs.isEmpty() && !SharedMemory.isShared(flight.call(), flights)) {
      for (Differences.Run run : runs) {
        findings.ofRead(flight, run);
        if (run.cause().kind() == Cause.Kind.DAMAGED) {
          accept(flight, run, now);
        }
      }
    }
  }

  private void look(int device, int reader) {
    differences.on(device, durables == null ? null : durables[device], reader);
  }

  /**
   * From now on the sectors hold what was found, so that they are lost once. Who is under way may
   * have come before the damage.
   */
  private void accept(Flight flight, Differences.Run run, long now) {
    for (long s = run.sector(); s < run.sector() + run.count(); s++) {
      histories[flight.device()].holds(s, found[(int) (s - flight.sector())], now);
    }
  }

  @Override
  public void returned(OpenCall call, IoReturn result) {
    if (call.request().sync() && !call.interrupted()) {
      checkFailedReads(call);
    }
  }

  @Override
  public void notified(OpenCall call, long bits) {
    checkFailedReads(call);
  }

  @Override
  public void over(OpenCall call) {
    if (!failedReads.isEmpty()) {
      failedReads.removeIf(read -> read.call() == call);
    }
    losses.over(call.number());
  }

  private void checkFailedReads(OpenCall call) {
    for (FailedRead read : failedReads) {
      String mistake = read.call() == call ? read.mistake(memory) : "";
      if (!mistake.isEmpty() && !SharedMemory.isShared(call, flights)) {
        failures.add(
            Check.DATA,
            "a read bio of " + failures.nameOf(call) + " failed, and of its memory " + mistake,
            read.place());
      }
    }
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
