package io.dmio.ledger;

/**
 * Sectors, pages and bytes as the checks reckon with them: not by what the engine and the devices
 * use, since a mistake there would be made twice and seen by nobody.
 */
public final class Sizes {

  /** Bytes in a sector. */
  public static final int SECTOR = 512;

  /** Bytes in a page. */
  public static final int PAGE = 4096;

  /** Sectors in a page. */
  public static final int SECTORS_A_PAGE = 8;

  private Sizes() {}

  /** Bytes of a number of sectors. */
  public static long bytes(long sectors) {
    return sectors * SECTOR;
  }

  /** Whole sectors in a number of bytes. */
  public static long sectors(long bytes) {
    return bytes / SECTOR;
  }

  /** Sectors that a number of bytes from the start of a sector touches. */
  public static long sectorsTouched(long bytes) {
    return bytes / SECTOR + (bytes % SECTOR == 0 ? 0 : 1);
  }

  /** Pages that a number of sectors from the start of a page touches. */
  public static long pagesTouched(long sectors) {
    return sectors / SECTORS_A_PAGE + (sectors % SECTORS_A_PAGE == 0 ? 0 : 1);
  }

  /** Bytes from an address to the end of its page. */
  public static int toPageEnd(long address) {
    return PAGE - (int) (address % PAGE);
  }
}
