package io.dmio.check;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import java.util.List;

/**
 * The status of a bio to a stacked device, or to a queue that cuts, is what became of its pieces.
 *
 * <p>It fails iff a piece of it does: at a disk, as the taps there saw it, or at a target that may
 * fail it. All of it is tried, whatever fails before. What ends well has come to every sector that
 * its tables lead to, but for what a target has dropped. The status of a flush that data follow is
 * lost, as in Linux: it neither fails such a bio nor excuses what becomes of its data.
 */
final class StackedStatus {

  private final Failures failures;
  private final Findings findings;
  private final CheckedDevices devices;
  private final Descents descents;
  private final SectorMap map;
  private final List<String> names;

  StackedStatus(Failures failures, Findings findings, CheckedDevices devices, Descents descents) {
    this.descents = descents;
    this.failures = failures;
    this.findings = findings;
    this.devices = devices;
    map = devices.map();
    names = devices.names();
  }

  /** A bio has ended. */
  void ended(TappedBio tapped, boolean ok) {
    Descent descent = descents.of(tapped);
    failures.tally().add(Comparison.STACKED_BIOS);
    assert descent.sectors() <= tapped.sectors()
        : descent.sectors() + " of " + tapped.sectors() + " sectors are on their way";
    for (int i = 0; i < descent.partCount(); i++) {
      if (descent.part(i).ground() == Ground.NOTHING) {
        failures.tally().add(Comparison.ERROR_PARTS);
      }
    }
    if (ok) {
      endedWell(tapped, descent);
    } else if (tapped.bytes() == 0) {
      flushFailed(tapped, descent);
    } else if (tapped.sectors() > 0) {
      failed(tapped, descent);
    }
  }

  private void endedWell(TappedBio tapped, Descent descent) {
    if (descent.failed() > 0) {
      String where = names.get(descent.failedAt());
      fail(tapped, "ended well, but its piece at " + where + " failed");
    }
    for (int i = 0; i < descent.partCount(); i++) {
      Footprint part = descent.part(i);
      if (!part.isReached() && part.ground() == Ground.DISK) {
        findings.neverCame(tapped, part);
      } else if (!part.isReached() && part.ground() == Ground.NOTHING) {
        findings.onNothing(tapped, part);
      }
    }
  }

  private void flushFailed(TappedBio tapped, Descent descent) {
    if (descent.failed() == 0 && !map.mayFailFlush(tapped.device())) {
      fail(tapped, "failed, but no flush of it did");
    }
  }

  private void failed(TappedBio tapped, Descent descent) {
    boolean refused = devices.isPastEnd(tapped) || isUnsupported(tapped, descent);
    boolean explained = refused || descent.failed() > 0;
    for (int i = 0; i < descent.partCount() && !refused; i++) {
      Footprint part = descent.part(i);
      if (part.isReached()) {
        continue;
      }
      if (mayFail(tapped, part)) {
        explained = true;
      } else if (part.ground() == Ground.DISK) {
        findings.neverCame(tapped, part);
        explained = true;
      }
    }
    if (!explained) {
      fail(tapped, "failed, but none of its pieces did");
    }
  }

  /** What its device cannot do at all never leaves it. */
  private static boolean isUnsupported(TappedBio tapped, Descent descent) {
    boolean untouched = descent.failed() == 0;
    for (int i = 0; i < descent.partCount(); i++) {
      untouched &= descent.part(i).isUntouched();
    }
    return untouched && !tapped.op().hasData();
  }

  /** Whether a target may have failed a part that has not come to the end of its way. */
  private boolean mayFail(TappedBio tapped, Footprint part) {
    boolean write = tapped.op().isWrite();
    if (part.ground() == Ground.ZERO
        && tapped.op() == RequestOp.READ
        && RequestFlag.RAHEAD.in(tapped.flags())) {
      return true;
    }
    for (int place = part.offset(); place < part.end(); place++) {
      if (map.mayFail(tapped.device(), write, tapped.sector() + place)) {
        return true;
      }
    }
    return false;
  }

  private void fail(TappedBio tapped, String what) {
    failures.add(
        Check.ERROR_BITS,
        "a bio of "
            + failures.nameOf(tapped.call())
            + " to "
            + names.get(tapped.device())
            + " "
            + what,
        FailureLocation.of(tapped));
  }
}
