package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.TappedBio;

/** A read that has failed: its memory at that moment, before anybody zeroed anything. */
final class FailedRead {

  private final ObservedCall call;
  private final FailureLocation place;
  private final long[] addresses;
  private final int[] lengths;
  private final int done;
  private final byte[] before;

  FailedRead(TappedBio tapped, Bio bio, SectorStore memory) {
    call = tapped.call();
    place = FailureLocation.of(tapped);
    done = tapped.call().isPlain() ? bio.bytes() : bio.doneBytes();
    assert done >= 0 && done <= bio.bytes() : "iterator at " + done + " of " + bio.bytes();
    addresses = new long[bio.vecCount()];
    lengths = new int[bio.vecCount()];
    for (int vec = 0; vec < addresses.length; vec++) {
      addresses[vec] = bio.vecAddress(vec);
      lengths[vec] = bio.vecLength(vec);
    }
    before = new byte[bio.bytes()];
    read(memory, before);
  }

  /** The call that it is part of. */
  ObservedCall call() {
    return call;
  }

  FailureLocation place() {
    return place;
  }

  /** What is wrong with the memory now, in words, or empty. */
  String mistake(SectorStore memory) {
    byte[] now = new byte[before.length];
    read(memory, now);
    for (int i = 0; i < now.length; i++) {
      if (now[i] != (i < done ? before[i] : 0)) {
        return i < done
            ? "byte " + i + " was changed, though the device left its iterator behind it"
            : "byte " + i + " is not 0, though the device left its iterator at byte " + done;
      }
    }
    return "";
  }

  private void read(SectorStore memory, byte[] into) {
    int position = 0;
    for (int vec = 0; vec < addresses.length; vec++) {
      memory.read(addresses[vec], into, position, lengths[vec]);
      position += lengths[vec];
    }
  }
}
