package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BioCutter;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockLayer;
import io.dmio.block.BlockStatus;
import io.dmio.block.DeviceFront;
import io.dmio.block.Sectors;
import io.dmio.block.SplitBio;

/**
 * The queue in front of a request-based disk: cuts bios into requests of at most {@code
 * maxSectors}.
 *
 * <p>A request that fails does not stop the others; the bio fails if any failed. The iterator of a
 * bio that was cut is left at its end, as that of every bio of a request-based disk. A discard or
 * write-zeroes that the disk cannot do at all fails with NOTSUPP.
 */
public final class RequestQueue implements DeviceFront, BioCutter.Owner {

  private final BlockDevice disk;
  private final BioCutter cutter = new BioCutter(this);

  /** Makes the queue of a disk. */
  public RequestQueue(BlockDevice disk) {
    this.disk = disk;
  }

  @Override
  public BlockDevice behind() {
    return disk;
  }

  @Override
  public void submit(Bio bio) {
    long most = disk.limits().limitOf(bio.op());
    if (bio.sectorCount() <= most) {
      bio.setDevice(disk);
      disk.submit(bio);
    } else if (BlockLayer.passes(bio, this)) {
      cut(bio, (int) Sectors.toBytes(most));
    }
  }

  @Override
  public void roundEnded(SplitBio split) {
    BlockStatus status = split.status();
    split.bio().setResidual(0);
    cutter.close(split, status);
  }

  private void cut(Bio bio, int mostBytes) {
    SplitBio split = cutter.open(bio);
    split.beginRound();
    for (int from = 0; from < bio.bytes(); from += mostBytes) {
      int to = Math.min(bio.bytes(), from + mostBytes);
      cutter.send(split, disk, 0, bio.sector() + Sectors.ofBytes(from), bio.flags(), from, to);
    }
    cutter.sent(split);
  }
}
