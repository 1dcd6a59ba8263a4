package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.QueueLimits;
import io.dmio.block.Sectors;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import org.jspecify.annotations.Nullable;

/**
 * How the classic dialect cuts one region into bios: a second, independent account of it.
 *
 * <p>A bio for {@code n} remaining sectors asks for {@code n / 8 + 2} vectors, at most 256; the
 * array handed out is the smallest of 1, 4, 16, 64, 128, 256 that is large enough, and its last
 * place is hidden. Memory is taken page by page from the begin of the request's memory. A piece
 * that continues the vector before it inside the same page needs no place of its own. What does not
 * fit goes to the next bio. Reused.
 */
final class RegionShape {

  private static final int MOST_VECTORS = 256;

  private IoMemory memory = new IoMemory.None();
  private long sector;
  private long remaining;
  private int piece;
  private int skipped;
  private boolean spoiled;

  private int vecs;
  private long lastAddress;
  private int lastLength;
  private int segments;
  private int bytes;

  /** Begins a region. */
  void begin(IoRegion region, IoMemory of) {
    memory = of;
    sector = region.sector();
    remaining = region.count();
    piece = 0;
    skipped = of.skipped();
    spoiled = false;
    passEmptyPieces();
  }

  /** Sectors that no bio covers yet. */
  long remaining() {
    return spoiled ? 0 : remaining;
  }

  /** Whether a bio of this region had the wrong shape; nothing is said about later ones. */
  boolean isSpoiled() {
    return spoiled;
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
    if (remaining == 0) {
      return "the region was covered before";
    }
    if (bio.sector() != sector) {
      return "it begins at sector " + bio.sector() + ", not " + sector;
    }
    int capacity = capacity(remaining);
    long before = remaining;
    vecs = 0;
    segments = 0;
    bytes = 0;
    lastAddress = -1;
    lastLength = 0;
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
    boolean merged = adjacent && (address & (Sectors.PAGE_SIZE - 1)) != 0;
    int segmentsThen = adjacent ? segments : segments + 1;
    boolean full =
        (!merged && vecs == capacity)
            || segmentsThen > limits.maxSegments()
            || Sectors.divideRoundingUp((long) bytes + length, Sectors.SIZE) > limits.maxSectors();
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

  private static int capacity(long sectors) {
    long wanted = Math.min(sectors / Sectors.PER_PAGE + 2, MOST_VECTORS);
    int array = wanted <= 4 ? 4 : wanted <= 16 ? 16 : wanted <= 64 ? 64 : wanted <= 128 ? 128 : 256;
    return array - 1;
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
