package io.dmio.check;

import io.dmio.ledger.TappedBio;
import io.dmio.sim.Spares;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ways of bios that reach disks by a table or a queue, by the slots of the bios. */
final class Descents {

  private @Nullable Descent[] bySlot = new Descent[16];
  private final Spares<Descent> idle = new Spares<>();

  /** A bio starts on its way. */
  Descent open(TappedBio tapped, int number) {
    if (tapped.slot() >= bySlot.length) {
      bySlot = Arrays.copyOf(bySlot, Math.max(tapped.slot() + 1, bySlot.length * 2));
    }
    assert find(tapped) == null : "slot " + tapped.slot() + " is on its way";
    Descent known = idle.pop();
    Descent descent = known == null ? new Descent() : known;
    descent.open(number);
    bySlot[tapped.slot()] = descent;
    return descent;
  }

  /** The way of a bio that is on it. */
  Descent of(TappedBio tapped) {
    Descent descent = find(tapped);
    if (descent == null) {
      throw new IllegalStateException("the bio in slot " + tapped.slot() + " has no way to disks");
    }
    return descent;
  }

  /** The way of a bio, or null if it goes to its device at once. */
  @Nullable Descent find(TappedBio tapped) {
    return tapped.slot() < bySlot.length ? bySlot[tapped.slot()] : null;
  }

  /** A bio is over. */
  void close(TappedBio tapped) {
    idle.push(of(tapped));
    bySlot[tapped.slot()] = null;
  }
}
