package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.ledger.TappedBio;
import java.util.ArrayList;
import java.util.List;

/** What the data check knows of bios and of their pieces, by the slots that the tap gives them. */
final class CheckedBios {

  private final List<CheckedBio> bios = new ArrayList<>();
  private final List<CheckedBio> pieces = new ArrayList<>();

  /** What is known of a bio or piece; slots must first be seen in order. */
  CheckedBio of(TappedBio tapped) {
    List<CheckedBio> those = tapped.isPiece() ? pieces : bios;
    if (tapped.slot() == those.size()) {
      those.add(new CheckedBio(tapped));
    }
    CheckedBio found = those.get(tapped.slot());
    assert found.bio() == tapped : "slot " + tapped.slot() + " has another bio";
    return found;
  }

  /** When the first of the open reads of some sectors started, other than one bio. */
  long earliestReader(CheckedBio except, int device, long first, long end) {
    return Math.min(
        earliestReader(bios, except, device, first, end),
        earliestReader(pieces, except, device, first, end));
  }

  private static long earliestReader(
      List<CheckedBio> among, CheckedBio except, int device, long first, long end) {
    long earliest = Long.MAX_VALUE;
    for (int i = 0; i < among.size(); i++) {
      CheckedBio checked = among.get(i);
      TappedBio bio = checked.bio();
      boolean reads = bio.isOpen() && bio.op() == RequestOp.READ && checked != except;
      boolean there = Math.max(first, bio.sector()) < Math.min(end, bio.end());
      if (reads && there && bio.device() == device) {
        earliest = Math.min(earliest, checked.begin());
      }
    }
    return earliest;
  }
}
