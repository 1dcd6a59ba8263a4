package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory;
import io.dmio.ledger.MemoryLayout;
import io.dmio.ledger.Sizes;

/**
 * How a region is cut into bios: a second, independent account of it.
 *
 * <p>Memory is taken page by page from the start of the request's memory; how many vectors a bio
 * may have, and what is merged, say the {@link DialectRules}. What does not fit goes to the next
 * bio. Operations without data are cut by the device's limit. Reused.
 */
final class RegionCut {

  private final DialectRules rules;
  private IoMemory memory = new IoMemory.None();
  private long remaining;
  private int piece;

  /** The address after what was used of the piece. */
  private long address;

  /** Bytes of the piece from there on; none, or fewer than none, if the next one is meant. */
  private int left;

  private int segments;

  RegionCut(DialectRules rules) {
    this.rules = rules;
  }

  /** Starts before the first bio of a region of that many sectors. */
  void begin(IoMemory of, long sectors) {
    memory = of;
    assert sectors >= 0 : sectors + " sectors";
    remaining = sectors;
    if (MemoryLayout.pieces(of) > 0) {
      enter(0, 0);
    } else {
      left = 0;
    }
  }

  /** Goes on from where another is. */
  void follow(RegionCut other) {
    memory = other.memory;
    remaining = other.remaining;
    piece = other.piece;
    address = other.address;
    left = other.left;
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
      boolean room = true;
      while (room && remaining > 0 && findsPiece()) {
        room = takesPiece(limits, into);
      }
    } else {
      long sectors = Math.min(DialectRules.mostSectors(limits, op), remaining);
      into.begin(0);
      into.resize(Math.toIntExact(Sizes.bytes(sectors)));
      remaining -= sectors;
    }
  }

  /** Stands at bytes of the memory that are not used; whether there are any. */
  private boolean findsPiece() {
    while (left <= 0 && piece + 1 < MemoryLayout.pieces(memory)) {
      enter(piece + 1, -left);
    }
    return left > 0;
  }

  private void enter(int next, int over) {
    piece = next;
    address = MemoryLayout.address(memory, next) + over;
    left = MemoryLayout.length(memory, next) - over;
  }

  /** Puts the next piece into a bio, unless that is full. */
  private boolean takesPiece(QueueLimits limits, BioShape into) {
    int toPageEnd = Sizes.toPageEnd(address);
    int available = Math.min(toPageEnd, left);
    int length = (int) Math.min(available, Sizes.bytes(remaining));
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
    remaining -= Sizes.sectors(length);
    assert remaining >= 0 : "no sectors but " + remaining + " are left";
    address += available;
    left -= available;
    return true;
  }
}
