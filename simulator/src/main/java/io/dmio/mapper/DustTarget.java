package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import java.util.Arrays;

/**
 * {@code dust}: reading a bad block fails, writing any part of it heals the whole block.
 *
 * <p>Blocks are counted on the device below. Pieces never cross a block of the target.
 */
public final class DustTarget implements Target {

  private final LowerRange below;
  private final long blockSectors;

  /** The first {@code badCount} are bad blocks, in order. */
  private long[] bad = new long[4];

  private int badCount;

  /** Makes an enabled target whose blocks have {@code blockSectors} sectors; none is bad. */
  public DustTarget(LowerRange below, long blockSectors) {
    if (blockSectors <= 0) {
      throw new IllegalArgumentException("a block needs sectors: " + blockSectors);
    }
    this.below = below;
    this.blockSectors = blockSectors;
  }

  /** Makes a block bad. */
  public void addBadBlock(long block) {
    int place = placeOf(block);
    if (place >= 0) {
      return;
    }
    if (badCount == bad.length) {
      bad = Arrays.copyOf(bad, badCount * 2);
    }
    System.arraycopy(bad, ~place, bad, ~place + 1, badCount - ~place);
    bad[~place] = block;
    badCount++;
  }

  /** Whether a block is bad. */
  public boolean isBad(long block) {
    return placeOf(block) >= 0;
  }

  @Override
  public String kind() {
    return "dust";
  }

  @Override
  public boolean hasWriteCache() {
    return below.device().hasWriteCache();
  }

  @Override
  public long reach(long sector) {
    return blockSectors - (sector - below.begin()) % blockSectors;
  }

  @Override
  public void map(Bio piece) {
    long block = below.sector(piece.sector()) / blockSectors;
    if (piece.op() != RequestOp.READ) {
      heal(block);
    } else if (isBad(block)) {
      piece.end(BlockStatus.IOERR);
      return;
    }
    below.pass(piece);
  }

  private void heal(long block) {
    int place = placeOf(block);
    if (place >= 0) {
      badCount--;
      System.arraycopy(bad, place + 1, bad, place, badCount - place);
    }
  }

  private int placeOf(long block) {
    return Arrays.binarySearch(bad, 0, badCount, block);
  }
}
