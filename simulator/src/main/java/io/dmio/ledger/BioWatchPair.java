package io.dmio.ledger;

import io.dmio.block.Bio;

/** Two who follow bios. */
record BioWatchPair(BioWatch first, BioWatch second) implements BioWatch {

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    first.submitted(tapped, bio);
    second.submitted(tapped, bio);
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    first.ended(tapped, bio);
    second.ended(tapped, bio);
  }

  @Override
  public void lost(TappedBio tapped) {
    first.lost(tapped);
    second.lost(tapped);
  }

  @Override
  public void strayed(Bio bio) {
    first.strayed(bio);
    second.strayed(bio);
  }
}
