package io.dmio.ledger;

import io.dmio.block.Bio;

/** Two who follow bios. */
record BioWatchPair(BioWatch first, BioWatch second) implements BioWatch {

  @Override
  public void submitted(TappedBio flight, Bio bio) {
    first.submitted(flight, bio);
    second.submitted(flight, bio);
  }

  @Override
  public void ended(TappedBio flight, Bio bio) {
    first.ended(flight, bio);
    second.ended(flight, bio);
  }

  @Override
  public void lost(TappedBio flight) {
    first.lost(flight);
    second.lost(flight);
  }

  @Override
  public void strayed(Bio bio) {
    first.strayed(bio);
    second.strayed(bio);
  }
}
