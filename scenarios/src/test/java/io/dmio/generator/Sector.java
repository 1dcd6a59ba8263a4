package io.dmio.generator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sector of a disk as the model knows it. */
final class Sector {

  /** What it holds, or null if that is not known. */
  byte @Nullable [] holds;

  /** Whether a write has ever gone there. */
  boolean written;

  /** Writes that are under way. */
  final List<Carried> writes = new ArrayList<>();

  /** Reads under way that no write has met. */
  final List<Read> reads = new ArrayList<>();

  /**
   * A sector of a read.
   *
   * @param index of the sector in the bio
   */
  record Read(Carried bio, int index) {}

  Sector(byte[] initial) {
    holds = initial;
  }

  /** A write begins: what others read or write now may be either. */
  void begin(Carried write) {
    written = true;
    reads.forEach(read -> read.bio.clear[read.index] = false);
    writes.add(write);
    if (writes.size() > 1) {
      holds = null;
      writes.forEach(one -> one.shared.add(this));
    }
  }

  /** A write ends; alone and well, it has left its data. */
  void end(Carried write, byte @Nullable [] data) {
    writes.remove(write);
    holds = write.shared.contains(this) ? null : data;
  }

  /** Its disk may have lost what was written. */
  void lose() {
    if (written) {
      holds = null;
      reads.forEach(read -> read.bio.clear[read.index] = false);
      writes.forEach(write -> write.shared.add(this));
    }
  }
}
