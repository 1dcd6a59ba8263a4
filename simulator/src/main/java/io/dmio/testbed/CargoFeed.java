package io.dmio.testbed;

import io.dmio.block.Bio;
import io.dmio.block.SectorStore;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.TappedBio;

/** Shows a listener the bios themselves, for what they carry. */
final class CargoFeed implements BioWatch {

  private final SectorStore memory;
  private final RunListener listener;

  CargoFeed(SectorStore memory, RunListener listener) {
    this.memory = memory;
    this.listener = listener;
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    listener.bioSubmitted(tapped.device(), bio);
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    listener.bioCompleted(tapped.device(), bio, tapped.flags(), memory);
  }
}
