package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import java.util.Arrays;

/**
 * {@code dust}: reads of a bad block fail. A write to any part of a bad block makes the whole block
 * good.
 *
 * <p>Bad blocks are numbered on the device below. Pieces end at the borders of blocks that are
 * counted from the first sector of the target.
 */
public final class DustTarget implements Target {

  private final LowerRange below;
  private final long blockSectors;

  /** The numbers of the bad blocks, ascending; only the first {@code badCount} count. */
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

  /** Makes a block bad, if it is not. */
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
    assert isBad(block) : "block " + block + " was put in the wrong place: " + ~place;
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
