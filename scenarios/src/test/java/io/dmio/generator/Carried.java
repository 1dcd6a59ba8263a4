package io.dmio.generator;

import io.dmio.block.RequestOp;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A bio as the model saw it: where it went, where its memory lies, and what that held at the end.
 */
final class Carried {

  final int device;
  final RequestOp op;
  final long first;
  final int bytes;
  final int call;
  final int flags;
  final long[] addresses;
  final int[] lengths;

  /** What its memory held when it ended; empty until then, and without data. */
  byte[] data = {};

  /** Of each sector, whether the model can say anything about it. */
  boolean[] clear = {};

  /** How many sectors of its region are before it. */
  long offset;

  /** Sectors that another write, or a cut, has met on the way. */
  final Set<Sector> shared = Collections.newSetFromMap(new IdentityHashMap<>());

  Carried(
      int device,
      RequestOp op,
      long first,
      int bytes,
      int call,
      int flags,
      long[] addresses,
      int[] lengths) {
    this.device = device;
    this.op = op;
    this.first = first;
    this.bytes = bytes;
    this.call = call;
    this.flags = flags;
    this.addresses = addresses;
    this.lengths = lengths;
  }

  int sectors() {
    return bytes / ModelWorld.SECTOR;
  }

  /** The bytes of one of its sectors. */
  byte[] sector(int index) {
    int at = index * ModelWorld.SECTOR;
    return Arrays.copyOfRange(data, at, at + ModelWorld.SECTOR);
  }

  boolean isRead() {
    return op == RequestOp.READ;
  }

  boolean hasData() {
    return op == RequestOp.READ || op == RequestOp.WRITE;
  }
}
