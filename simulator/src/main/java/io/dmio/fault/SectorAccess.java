package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.Sectors;
import io.dmio.sim.Invariant;
import org.jspecify.annotations.Nullable;

/**
 * What the bio that has just come to a disk does to which of its sectors; reused for the next.
 *
 * <p>An empty flush has no sectors and is about all of them.
 */
final class SectorAccess {

  private @Nullable Bio bio;
  private int op;
  private long first;
  private long end;

  /** Describes a bio until {@link #close}. */
  void open(Bio arriving) {
    Invariant.holds(bio == null, "bio is shown to rules that look at another", arriving.number());
    bio = arriving;
    op = FaultOps.of(arriving);
    first = arriving.sector();
    end = first + Sectors.covering(arriving.bytes());
  }

  /** The rules have decided. */
  void close() {
    bio = null;
  }

  /** The bio. */
  Bio bio() {
    if (bio == null) {
      throw new IllegalStateException("no bio is shown to the rules");
    }
    return bio;
  }

  /** What it does: a bit of {@link FaultOps}, or {@link FaultOps#NOTHING}. */
  int op() {
    return op;
  }

  /** Its first sector. */
  long first() {
    return first;
  }

  /** The sector after its last. */
  long end() {
    return end;
  }

  /** Whether it is an empty flush. */
  boolean isFlush() {
    return op == FaultOps.FLUSH;
  }

  /** Whether it gives every sector that it covers new contents. */
  boolean heals() {
    return FaultOps.heals(op);
  }

  /** Whether it gives sectors other contents, or none. */
  boolean changesSectors() {
    return (op & (FaultOps.READ | FaultOps.FLUSH)) == 0;
  }

  /** How many sectors of a set it covers; a flush covers none. */
  long count(SectorSet sectors) {
    return sectors.count(first, end);
  }

  /** Whether it is about any sector of a set that is not empty. */
  boolean concerns(SectorSet sectors) {
    return isFlush() || count(sectors) > 0;
  }

  /** The first sector of a set that it is about; there must be one. */
  long firstOf(SectorSet sectors) {
    return isFlush() ? sectors.start(0) : sectors.next(first);
  }
}
