package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import org.jspecify.annotations.Nullable;

/** Moves the data of bios of one disk, and counts it. */
final class DiskData {

  private final DiskMedia media;
  private final DiskFaults faults;
  private final boolean reportsWrites;
  private long sectorsRead;
  private long sectorsWritten;

  DiskData(DiskMedia media, DiskFaults faults) {
    this.media = media;
    this.faults = faults;
    reportsWrites = faults.hearsOfWrites();
  }

  /** Sectors that were moved into memory. */
  long sectorsRead() {
    return sectorsRead;
  }

  /** Sectors that were moved from memory. */
  long sectorsWritten() {
    return sectorsWritten;
  }

  /** Moves so many bytes of a bio; all of them in another way, if there is one. */
  void move(Bio bio, int bytes, @Nullable Transfer replacement) {
    if (replacement != null && bytes == bio.bytes()) {
      replacement.run(bio, media);
      count(bio.op(), bytes);
    } else if (bytes > 0) {
      move(bio, bytes);
    }
  }

  private void move(Bio bio, int bytes) {
    RequestOp op = bio.op();
    count(op, bytes);
    if (op == RequestOp.READ) {
      media.load(bio, 0, bytes, bio.sector());
      return;
    }
    if (op == RequestOp.WRITE) {
      media.store(bio, 0, bytes, bio.sector());
    } else {
      media.zero(bio.sector(), bytes);
    }
    if (reportsWrites && op != RequestOp.DISCARD && bytes == bio.bytes()) {
      faults.written(bio);
    }
  }

  private void count(RequestOp op, int bytes) {
    if (op == RequestOp.READ) {
      sectorsRead += Sectors.ofBytes(bytes);
    } else if (op == RequestOp.WRITE) {
      sectorsWritten += Sectors.ofBytes(bytes);
    }
  }
}
