package io.dmio.block;

/**
 * What a device's queue accepts; sizes in sectors of 512 bytes unless named otherwise.
 *
 * @param maxSectors the largest request
 * @param maxSegments the most physically separate pieces of memory in a request
 * @param logicalBlockBytes the unit of addressing
 * @param physicalBlockBytes the unit that the medium rewrites as a whole
 * @param maxDiscardSectors the largest discard; 0: it cannot discard
 * @param maxWriteZeroesSectors the largest write-zeroes; 0: it cannot
 */
public record QueueLimits(
    long maxSectors,
    int maxSegments,
    int logicalBlockBytes,
    int physicalBlockBytes,
    long maxDiscardSectors,
    long maxWriteZeroesSectors) {

  /** No limit on size or segments, 512-byte blocks, neither discard nor write-zeroes. */
  public static final QueueLimits UNLIMITED =
      new QueueLimits(Long.MAX_VALUE, Integer.MAX_VALUE, Sectors.SIZE, Sectors.SIZE, 0, 0);

  /** Checks the ranges: a page always fits, blocks are powers of two from 512 bytes. */
  public QueueLimits {
    if (maxSectors < Sectors.PER_PAGE) {
      throw new IllegalArgumentException("maxSectors must hold a page: " + maxSectors);
    }
    if (maxSegments < 1) {
      throw new IllegalArgumentException("maxSegments must be positive: " + maxSegments);
    }
    checkBlock("logicalBlockBytes", logicalBlockBytes);
    checkBlock("physicalBlockBytes", physicalBlockBytes);
    if (maxDiscardSectors < 0 || maxWriteZeroesSectors < 0) {
      throw new IllegalArgumentException(
          "limits must not be negative: " + maxDiscardSectors + ", " + maxWriteZeroesSectors);
    }
  }

  /** The limit that belongs to an operation without data. */
  public long limitOf(RequestOp op) {
    return switch (op) {
      case DISCARD -> maxDiscardSectors;
      case WRITE_ZEROES -> maxWriteZeroesSectors;
      case READ, WRITE -> maxSectors;
    };
  }

  // The equals and hashCode of a record are linked at run time, which takes a tenth of a small run.
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof QueueLimits that
            && maxSectors == that.maxSectors
            && maxSegments == that.maxSegments
            && logicalBlockBytes == that.logicalBlockBytes
            && physicalBlockBytes == that.physicalBlockBytes
            && maxDiscardSectors == that.maxDiscardSectors
            && maxWriteZeroesSectors == that.maxWriteZeroesSectors);
  }

  @Override
  public int hashCode() {
    long sum = maxSectors;
    sum = 31 * sum + maxSegments;
    sum = 31 * sum + logicalBlockBytes;
    sum = 31 * sum + physicalBlockBytes;
    sum = 31 * sum + maxDiscardSectors;
    return Long.hashCode(31 * sum + maxWriteZeroesSectors);
  }

  private static void checkBlock(String name, int bytes) {
    if (bytes < Sectors.SIZE || Integer.bitCount(bytes) != 1) {
      throw new IllegalArgumentException(name + " must be a power of two from 512: " + bytes);
    }
  }
}
