package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import java.util.TreeSet;

/**
 * {@code dust}: reading a bad block fails, writing any part of it heals the whole block.
 *
 * <p>Blocks are counted on the device below. Pieces never cross a block of the target.
 */
public final class DustTarget implements Target {

  private final Below below;
  private final long blockSectors;
  private final TreeSet<Long> bad = new TreeSet<>();

  /** Makes an enabled target whose blocks have {@code blockSectors} sectors; none is bad. */
  public DustTarget(Below below, long blockSectors) {
    this.below = below;
    this.blockSectors = blockSectors;
  }

  /** Makes a block bad. */
  public void addBadBlock(long block) {
    bad.add(block);
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
      bad.remove(block);
    } else if (bad.contains(block)) {
      piece.end(BlockStatus.IOERR);
      return;
    }
    below.pass(piece);
  }
}
