package io.dmio.block;

/** Sizes of the block layer, and conversions between them. */
public final class Sectors {

  /** Bytes in a sector, whatever a device's block size. */
  public static final int SIZE = 512;

  /** Bytes in a page. */
  public static final int PAGE_SIZE = 4096;

  /** Sectors in a page. */
  public static final int PER_PAGE = PAGE_SIZE / SIZE;

  private static final int SHIFT = 9;
  private static final int PAGE_SHIFT = Integer.numberOfTrailingZeros(PER_PAGE);

  private Sectors() {}

  /** Bytes of a number of sectors. */
  public static long toBytes(long sectors) {
    return sectors << SHIFT;
  }

  /** Whole sectors in a number of bytes. */
  public static long ofBytes(long bytes) {
    return bytes >> SHIFT;
  }

  /** Whole pages in a number of sectors. */
  public static long toPages(long sectors) {
    return sectors >> PAGE_SHIFT;
  }

  /** Sectors that a number of bytes from the begin of a sector touches. */
  public static long covering(long bytes) {
    return (bytes + SIZE - 1) >> SHIFT;
  }

  /** {@code ceil(dividend / divisor)} for numbers that are not negative. */
  public static long divideRoundingUp(long dividend, long divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
