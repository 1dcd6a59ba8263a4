package io.dmio.fault;

/** The sectors or the pool that the onsets of a rule are about. */
interface OnsetScope {

  /** The rule has joined its group; nothing has happened yet. */
  void prepared();

  /** The rule sets in without a bio: its fault is everywhere in the scope. */
  void spread();

  /** Records an onset without a bio. */
  void recordOnset();

  /** Records that an onset which lasts for a time is over. */
  void recordEnd();

  /** An onset is over. */
  void ended();
}
