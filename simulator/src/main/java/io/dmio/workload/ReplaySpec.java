package io.dmio.workload;

/**
 * A recorded trace that is done again by asynchronous calls.
 *
 * @param requests what is asked for, and when
 * @param ioDepth calls under way at once, at most
 * @param memory the buffers' layout
 * @param client the number of the client whose pools serve the calls
 */
public record ReplaySpec(ReplayRequests requests, int ioDepth, MemorySpec memory, int client) {

  /** Checks the depth. */
  public ReplaySpec {
    if (ioDepth < 1) {
      throw new IllegalArgumentException("no call could be made: " + ioDepth);
    }
  }
}
