package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.SharedMemory;
import io.dmio.ledger.TappedBio;
import java.util.ArrayList;
import java.util.List;

/** The reads that have failed, until their callers hear of it: what is in their memory then? */
final class FailedReads {

  private final Failures failures;
  private final SectorStore memory;
  private final List<TappedBio> slots;
  private final Iterators iterators;

  /** Of calls that are not over. */
  private final List<FailedRead> reads = new ArrayList<>();

  FailedReads(Failures failures, SectorStore memory, List<TappedBio> slots, Iterators iterators) {
    this.iterators = iterators;
    this.failures = failures;
    this.memory = memory;
    this.slots = slots;
  }

  /** A read has just failed. */
  void add(TappedBio tapped, Bio bio) {
    int done = iterators.done(tapped);
    failures.tally().add(Comparison.ITERATORS);
    if (bio.doneBytes() != done) {
      failures.add(
          Check.DATA,
          "a read bio of "
              + failures.nameOf(tapped.call())
              + " failed, and its device left its iterator at byte "
              + bio.doneBytes()
              + ", not at byte "
              + done,
          FailureLocation.of(tapped).saying("byte " + done, "byte " + bio.doneBytes()));
    }
    reads.add(new FailedRead(tapped, bio, memory));
  }

  /** The caller hears of it. */
  void check(ObservedCall call) {
    for (FailedRead read : reads) {
      String mistake = read.call() == call ? mistakeOf(read) : "";
      if (!mistake.isEmpty() && !SharedMemory.isShared(call, slots)) {
        failures.add(
            Check.DATA,
            "a read bio of " + failures.nameOf(call) + " failed, and of its memory " + mistake,
            read.place());
      }
    }
  }

  private String mistakeOf(FailedRead read) {
    failures.tally().add(Comparison.FAILED_READS);
    return read.mistake(memory);
  }

  /** The call is over. */
  void forget(ObservedCall call) {
    if (!reads.isEmpty()) {
      reads.removeIf(read -> read.call() == call);
    }
  }

  /** The host has died: nobody looks at the memory of its reads any more. */
  void dropHost() {
    reads.clear();
  }
}
