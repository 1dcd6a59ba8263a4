package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.engine.IoMemory;

/**
 * How a region is cut into bios: a second, independent account of it.
 *
 * <p>Memory is taken page by page from the begin of the request's memory; how many vectors a bio
 * may have, and what is merged, say the {@link DialectRules}. What does not fit goes to the next
 * bio. Operations without data are cut by the device's limit. Reused.
 */
final class RegionCut {

  private final DialectRules rules;
  private IoMemory memory = new IoMemory.None();
  private long remaining;
  private int piece;
  private int skipped;
  private int segments;

  RegionCut(DialectRules rules) {
    this.rules = rules;
  }

  /** Stands before the first bio of a region of so many sectors. */
  void begin(IoMemory of, long sectors) {
    memory = of;
    remaining = sectors;
    piece = 0;
    skipped = of.skipped();
    passEmptyPieces();
  }

  /** Stands where another does. */
  void follow(RegionCut other) {
    memory = other.memory;
    remaining = other.remaining;
    piece = other.piece;
    skipped = other.skipped;
  }

  /** Sectors that no bio covers yet. */
  long remaining() {
    return remaining;
  }

  /** Cuts off the next bio. */
  void next(RequestOp op, QueueLimits limits, BioShape into) {
    if (op.hasData()) {
      into.begin(rules.capacity(remaining));
      segments = 0;
      while (remaining > 0 && piece < memory.pieces() && takesPiece(limits, into)) {
        passEmptyPieces();
      }
    } else {
      long sectors = Math.min(limits.limitOf(op), remaining);
      into.begin(0);
      into.resize(Math.toIntExact(Sectors.toBytes(sectors)));
      remaining -= sectors;
    }
  }

  /** Puts the next piece into a bio, unless that is full. */
  private boolean takesPiece(QueueLimits limits, BioShape into) {
    long address = memory.address(piece) + skipped;
    int toPageEnd = Sectors.PAGE_SIZE - (int) (address & (Sectors.PAGE_SIZE - 1));
    int available = Math.min(toPageEnd, memory.length(piece) - skipped);
    int length = (int) Math.min(available, Sectors.toBytes(remaining));
    boolean adjacent = into.isFollowedBy(address);
    boolean merged = adjacent && rules.merges(address);
    int segmentsThen = adjacent ? segments : segments + 1;
    boolean room = merged || !into.isFull();
    if (!room || !rules.fits(limits, segmentsThen, (long) into.bytes() + length)) {
      return false;
    }
    if (merged) {
      into.extend(length);
    } else {
      into.add(address, length);
    }
    segments = segmentsThen;
    remaining -= Sectors.ofBytes(length);
    skipped += available;
    return true;
  }

  private void passEmptyPieces() {
    while (piece < memory.pieces() && skipped >= memory.length(piece)) {
      skipped -= memory.length(piece);
      piece++;
    }
  }
}
