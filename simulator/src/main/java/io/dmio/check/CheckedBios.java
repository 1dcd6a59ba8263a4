package io.dmio.check;

import io.dmio.block.RequestOp;
import io.dmio.ledger.TappedBio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the data check knows of bios and of their pieces, by the slots that the tap gives them. */
final class CheckedBios {

  private @Nullable CheckedBio[] bios = new CheckedBio[16];
  private @Nullable CheckedBio[] pieces = new CheckedBio[16];
  private int count;

  /** What is known of a bio or piece. */
  CheckedBio of(TappedBio tapped) {
    @Nullable CheckedBio[] those = tapped.isPiece() ? pieces : bios;
    CheckedBio known = tapped.slot() < those.length ? those[tapped.slot()] : null;
    CheckedBio found = known == null ? make(tapped, those) : known;
    assert found.bio() == tapped : "slot " + tapped.slot() + " has another bio";
    return found;
  }

  private CheckedBio make(TappedBio tapped, @Nullable CheckedBio[] those) {
    CheckedBio made = new CheckedBio(tapped, count++);
    @Nullable CheckedBio[] enough =
        tapped.slot() < those.length
            ? those
            : Arrays.copyOf(those, Math.max(tapped.slot() + 1, those.length * 2));
    enough[tapped.slot()] = made;
    if (tapped.isPiece()) {
      pieces = enough;
    } else {
      bios = enough;
    }
    return made;
  }

  /** When the first of the open reads of some sectors started, other than one bio. */
  long earliestReader(CheckedBio except, int device, long first, long end) {
    return Math.min(
        earliestReader(bios, except, device, first, end),
        earliestReader(pieces, except, device, first, end));
  }

  private static long earliestReader(
      @Nullable CheckedBio[] among, CheckedBio except, int device, long first, long end) {
    long earliest = Long.MAX_VALUE;
    for (CheckedBio checked : among) {
      if (checked != null
          && checked != except
          && checked.bio().isOpen()
          && checked.op() == RequestOp.READ
          && checked.device() == device
          && Math.max(first, checked.sector()) < Math.min(end, checked.end())) {
        earliest = Math.min(earliest, checked.begin());
      }
    }
    return earliest;
  }
}
