package io.dmio.testbed;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.TappedBio;
import io.dmio.sim.Simulation;

/** Tells a listener of bios that have ended. */
final class BioFeed implements BioWatch {

  private final Simulation simulation;
  private final RunListener listener;

  BioFeed(Simulation simulation, RunListener listener) {
    this.simulation = simulation;
    this.listener = listener;
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    listener.bioEnded(
        tapped.device(),
        tapped.op(),
        tapped.submitNanos(),
        simulation.now(),
        tapped.bytes(),
        bio.status() == BlockStatus.OK);
  }
}
