package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.IoReturn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Memory and media hold what one of the permitted orders allows.
 *
 * <p>Discard and write-zeroes count as writes of zeroes. A read delivers a version that was
 * permitted at some time between its submission and its end. The memory of a failed read is zero
 * from the iterator on and unchanged in front of it. At rest every sector that was touched holds a
 * permitted version.
 */
final class DataCheck implements BioWatch, CallWatch {

  private final Failures failures;
  private final List<String> names;
  private final SectorStore memory;
  private final List<SectorStore> media;
  private final DeviceHistory[] histories;
  private final MemoryTags memoryTags;
  private final TagWords words;
  private final Differences differences;
  private final List<Flight> flights;
  private final List<List<FailedRead>> failedReads = new ArrayList<>();
  private long[] found = new long[64];
  private long clock;

  DataCheck(
      Failures failures,
      CallDirectory calls,
      SectorStore memory,
      Tags tags,
      List<String> names,
      List<SectorStore> media,
      List<SectorContent> contents,
      List<Flight> flights) {
    this.failures = failures;
    this.names = names;
    this.memory = memory;
    this.media = media;
    this.flights = flights;
    memoryTags = new MemoryTags(memory, tags);
    words = new TagWords(calls);
    differences = new Differences(words);
    histories = new DeviceHistory[contents.size()];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = new DeviceHistory(i, contents.get(i), flights);
    }
  }

  @Override
  public void submitted(Flight flight, Bio bio) {
    if (flight.sectors() == 0) {
      return;
    }
    flight.begin = ++clock;
    DeviceHistory history = histories[flight.device()];
    if (flight.op() == RequestOp.READ) {
      history.readBegins(flight);
      return;
    }
    if (flight.tags.length < flight.sectors()) {
      flight.tags = new long[flight.sectors()];
    }
    if (flight.op().hasData()) {
      memoryTags.read(bio, flight.tags);
    } else {
      Arrays.fill(flight.tags, 0, flight.sectors(), Tags.ZERO);
    }
    history.writeBegins(flight);
  }

  @Override
  public void ended(Flight flight, Bio bio) {
    if (flight.sectors() == 0) {
      return;
    }
    long now = ++clock;
    boolean ok = bio.status() == BlockStatus.OK;
    DeviceHistory history = histories[flight.device()];
    if (flight.op() != RequestOp.READ) {
      history.writeEnds(flight, ok, now);
    } else if (ok) {
      readEnded(flight, bio, history, now);
    } else {
      history.readEnds(flight, null, now, differences);
      failedReadsOf(flight.call()).add(new FailedRead(flight, bio, memory));
    }
  }

  /** A write may have come as far as anything; what a read would have found, nobody sees. */
  @Override
  public void lost(Flight flight) {
    if (flight.sectors() == 0) {
      return;
    }
    long now = ++clock;
    DeviceHistory history = histories[flight.device()];
    if (flight.op() == RequestOp.READ) {
      history.readEnds(flight, null, now, differences);
    } else {
      history.writeEnds(flight, false, now);
    }
  }

  /** The host has died: nobody looks at the memory of its reads any more. */
  void dropHost() {
    failedReads.forEach(List::clear);
  }

  private void readEnded(Flight flight, Bio bio, DeviceHistory history, long now) {
    if (found.length < flight.sectors()) {
      found = new long[Math.max(flight.sectors(), found.length * 2)];
    }
    memoryTags.read(bio, found);
    words.readBy(flight.call().number());
    history.readEnds(flight, found, now, differences);
    List<Differences.Run> runs = differences.take();
    if (!runs.isEmpty() && !SharedMemory.isShared(flight.call(), flights)) {
      String reader = failures.nameOf(flight.call());
      for (Differences.Run run : runs) {
        report(
            "the memory of "
                + reader
                + " is wrong: of "
                + names.get(flight.device())
                + ", "
                + run.text(),
            Place.of(flight),
            run);
      }
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
    failedReadsOf(call).clear();
  }

  private void checkFailedReads(OpenCall call) {
    for (FailedRead read : failedReadsOf(call)) {
      String mistake = read.mistake(memory);
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
    clock++;
    words.readBy(-1);
    for (int device = 0; device < histories.length; device++) {
      histories[device].compare(media.get(device), clock, differences);
      for (Differences.Run run : differences.take()) {
        report(
            "at rest, on " + names.get(device) + ", " + run.text(),
            Place.on(device, run.sector(), run.count()),
            run);
      }
    }
  }

  private void report(String message, Place place, Differences.Run run) {
    failures.add(
        Check.DATA,
        message,
        place.at(run.sector(), run.count()).saying(run.expected(), run.actual()));
  }

  private List<FailedRead> failedReadsOf(OpenCall call) {
    while (failedReads.size() <= call.slot()) {
      failedReads.add(new ArrayList<>());
    }
    return failedReads.get(call.slot());
  }
}
