package io.dmio.testbed;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.check.BioWatch;
import io.dmio.check.Flight;

/** Shows a listener the bios themselves, for what they carry. */
final class CargoFeed implements BioWatch {

  private final SectorStore memory;
  private final RunListener listener;

  CargoFeed(SectorStore memory, RunListener listener) {
    this.memory = memory;
    this.listener = listener;
  }

  @Override
  public void submitted(Flight flight, Bio bio) {
    listener.bioSubmitted(flight.device(), bio);
  }

  @Override
  public void ended(Flight flight, Bio bio) {
    listener.bioCompleted(flight.device(), bio, flight.flags(), memory);
  }
}
