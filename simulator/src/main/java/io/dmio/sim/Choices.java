package io.dmio.sim;

import java.util.Collection;

/** All chance of one world passes here: seeded, recorded or enumerating. */
public interface Choices {

  /** The stream of a name such as {@code disk-a/latency}; equal names give the same stream. */
  RandomStream stream(String name);

  /** All streams asked for so far, in that order. */
  Collection<RandomStream> streams();
}
