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
  Descent open(TappedBio flight, int number) {
    while (bySlot.size() <= flight.slot()) {
      bySlot.add(null);
    }
    Descent known = idle.pop();
    Descent descent = known == null ? new Descent() : known;
    descent.open(number);
    bySlot.set(flight.slot(), descent);
    return descent;
  }

  /** The way of a bio that is on it. */
  Descent of(TappedBio flight) {
    Descent descent = find(flight);
    if (descent == null) {
      throw new IllegalStateException("the bio in slot " + flight.slot() + " has no way to disks");
    }
    return descent;
  }

  /** The way of a bio, or null if it goes to its device at once. */
  @Nullable Descent find(TappedBio flight) {
    return flight.slot() < bySlot.size() ? bySlot.get(flight.slot()) : null;
  }

  /** A bio is over. */
  void close(TappedBio flight) {
    idle.push(of(flight));
    bySlot.set(flight.slot(), null);
  }
}
