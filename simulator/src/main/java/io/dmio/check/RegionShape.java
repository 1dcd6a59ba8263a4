package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import org.jspecify.annotations.Nullable;

/**
 * How one region is cut into bios: a second, independent account of it.
 *
 * <p>Memory is taken page by page from the begin of the request's memory; how many vectors a bio
 * may have, and what is merged, say the {@link DialectRules}. What does not fit goes to the next
 * bio. Operations without data are cut by the device's limit; where that is 0, nothing is sent.
 * Reused.
 */
final class RegionShape {

  private final DialectRules rules;
  private RequestOp op = RequestOp.READ;
  private boolean flushOwed;
  private IoMemory memory = new IoMemory.None();
  private long sector;
  private long remaining;
  private int piece;
  private int skipped;

  /** Whether a bio had the wrong shape; nothing is said about later ones. */
  private boolean spoiled;

  private int vecs;
  private long lastAddress;
  private int lastLength;
  private int segments;
  private int bytes;

  RegionShape(DialectRules rules) {
    this.rules = rules;
  }

  /** Begins a region. */
  void begin(IoRequest request, IoRegion region) {
    boolean unable = rules.isUnable(request, region);
    op = request.op();
    memory = request.memory();
    sector = region.sector();
    remaining = unable ? 0 : region.count();
    flushOwed = !unable && region.count() == 0 && rules.sendsEmpty(request.flags());
    piece = 0;
    skipped = memory.skipped();
    spoiled = false;
    passEmptyPieces();
  }

  /** Sectors that no bio covers yet. */
  long remaining() {
    return spoiled ? 0 : remaining;
  }

  /** Whether an empty bio is still to come. */
  boolean missesFlush() {
    return !spoiled && flushOwed;
  }

  /** Follows a bio; what is wrong with it in words, or empty. */
  String follow(Bio bio, QueueLimits limits) {
    if (spoiled) {
      return "";
    }
    String mistake = mistake(bio, limits);
    spoiled = !mistake.isEmpty();
    return mistake;
  }

  private String mistake(Bio bio, QueueLimits limits) {
    if (remaining == 0 && !flushOwed) {
      return "the region was covered before";
    }
    if (bio.sector() != sector) {
      return "it begins at sector " + bio.sector() + ", not " + sector;
    }
    flushOwed = false;
    restart();
    return op.hasData() ? wrongPieces(bio, limits) : wrongRange(bio, limits);
  }

  private void restart() {
    vecs = 0;
    segments = 0;
    bytes = 0;
    lastAddress = -1;
    lastLength = 0;
  }

  private String wrongRange(Bio bio, QueueLimits limits) {
    long sectors = Math.min(limits.limitOf(op), remaining);
    sector += sectors;
    remaining -= sectors;
    bytes = Math.toIntExact(Sectors.toBytes(sectors));
    return sameEnd(bio, 0);
  }

  private String wrongPieces(Bio bio, QueueLimits limits) {
    int capacity = rules.capacity(remaining);
    long before = remaining;
    while (remaining > 0 && piece < memory.pieces()) {
      String mistake = nextPiece(bio, limits, capacity);
      if (mistake == null) {
        break;
      }
      if (!mistake.isEmpty()) {
        return mistake;
      }
    }
    sector += before - remaining;
    return sameEnd(bio, capacity);
  }

  /** Takes a piece; null if the bio is full, else what is wrong. */
  private @Nullable String nextPiece(Bio bio, QueueLimits limits, int capacity) {
    long address = memory.address(piece) + skipped;
    int toPageEnd = Sectors.PAGE_SIZE - (int) (address & (Sectors.PAGE_SIZE - 1));
    int available = Math.min(toPageEnd, memory.length(piece) - skipped);
    int length = (int) Math.min(available, Sectors.toBytes(remaining));
    boolean adjacent = vecs > 0 && lastAddress + lastLength == address;
    boolean merged = adjacent && rules.merges(address);
    int segmentsThen = adjacent ? segments : segments + 1;
    boolean full =
        (!merged && vecs == capacity) || !rules.fits(limits, segmentsThen, (long) bytes + length);
    if (full) {
      return null;
    }
    String mistake = merged ? "" : closeVector(bio);
    if (!merged) {
      vecs++;
      lastAddress = address;
      lastLength = 0;
    }
    lastLength += length;
    segments = segmentsThen;
    bytes += length;
    remaining -= Sectors.ofBytes(length);
    skipped += available;
    passEmptyPieces();
    return mistake;
  }

  private String sameEnd(Bio bio, int capacity) {
    if (bio.vecCount() > capacity) {
      return "it has " + bio.vecCount() + " vectors, and room for " + capacity;
    }
    String mistake = closeVector(bio);
    if (!mistake.isEmpty()) {
      return mistake;
    }
    boolean same = bio.vecCount() == vecs && bio.bytes() == bytes;
    return same
        ? ""
        : "it has "
            + bio.vecCount()
            + " vectors of "
            + bio.bytes()
            + " bytes, not "
            + vecs
            + " of "
            + bytes;
  }

  /** Compares the vector that is complete now. */
  private String closeVector(Bio bio) {
    int vec = vecs - 1;
    if (vec < 0 || vec >= bio.vecCount()) {
      return "";
    }
    boolean same = bio.vecAddress(vec) == lastAddress && bio.vecLength(vec) == lastLength;
    return same
        ? ""
        : "its vector "
            + vec
            + " is "
            + bio.vecLength(vec)
            + " bytes at "
            + hex(bio.vecAddress(vec))
            + ", not "
            + lastLength
            + " bytes at "
            + hex(lastAddress);
  }

  private void passEmptyPieces() {
    while (piece < memory.pieces() && skipped >= memory.length(piece)) {
      skipped -= memory.length(piece);
      piece++;
    }
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
