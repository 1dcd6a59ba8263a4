package io.dmio.block;

/** What happens to a bio between its submission and the driver of its device. */
public final class BlockLayer {

  private static final int FLUSH_FLAGS = RequestFlag.PREFLUSH.bit() | RequestFlag.FUA.bit();

  private BlockLayer() {}

  /**
   * Lets a bio pass to the driver, or ends it.
   *
   * <p>A bio with data that reaches past the end of the device fails as a whole. One without data
   * that its device cannot do is not supported (dm-io sends none). Without a write cache PREFLUSH
   * and FUA are removed, and a flush without data is done at once.
   *
   * @return whether the driver gets the bio
   */
  public static boolean passes(Bio bio, BlockDevice device) {
    BlockStatus refusal = refusal(bio, device);
    if (refusal != BlockStatus.OK) {
      bio.end(refusal);
      return false;
    }
    return needsDriver(bio, device);
  }

  /** How the block layer fails a bio before its driver sees it; OK if it does not. */
  public static BlockStatus refusal(Bio bio, BlockDevice device) {
    if (isPastEnd(bio, device.sectors())) {
      return BlockStatus.IOERR;
    }
    boolean unsupported = !bio.op().hasData() && device.limits().limitOf(bio.op()) == 0;
    return unsupported ? BlockStatus.NOTSUPP : BlockStatus.OK;
  }

  /**
   * Removes PREFLUSH and FUA from a bio that is not refused if its device has no write cache; a
   * flush without data is ended then.
   *
   * @return whether the driver gets the bio
   */
  public static boolean needsDriver(Bio bio, BlockDevice device) {
    if ((bio.flags() & FLUSH_FLAGS) != 0 && !device.hasWriteCache()) {
      boolean flushOnly = bio.bytes() == 0 && RequestFlag.PREFLUSH.in(bio.flags());
      bio.changeFlags(FLUSH_FLAGS, 0);
      if (flushOnly) {
        bio.end(BlockStatus.OK);
        return false;
      }
    }
    return true;
  }

  private static boolean isPastEnd(Bio bio, long sectors) {
    long count = Sectors.covering(bio.bytes());
    return count > 0 && (bio.sector() < 0 || bio.sector() > sectors - count);
  }
}
