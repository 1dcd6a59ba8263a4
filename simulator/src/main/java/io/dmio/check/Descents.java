package io.dmio.check;

import io.dmio.ledger.TappedBio;
import io.dmio.sim.Spares;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways of bios that reach disks by a table or a queue, by the slots of the bios. */
final class Descents {

  private final List<@Nullable Descent> bySlot = new ArrayList<>();
  private final Spares<Descent> idle = new Spares<>();

  /** A bio starts on its way. */
  Descent open(TappedBio tapped, int number) {
    while (bySlot.size() <= tapped.slot()) {
      bySlot.add(null);
    }
    assert find(tapped) == null : "slot " + tapped.slot() + " is on its way";
    Descent known = idle.pop();
    Descent descent = known == null ? new Descent() : known;
    descent.open(number);
    bySlot.set(tapped.slot(), descent);
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
    return tapped.slot() < bySlot.size() ? bySlot.get(tapped.slot()) : null;
  }

  /** A bio is over. */
  void close(TappedBio tapped) {
    idle.push(of(tapped));
    bySlot.set(tapped.slot(), null);
  }
}
