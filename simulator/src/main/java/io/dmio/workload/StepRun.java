package io.dmio.workload;

/** A step under way. */
interface StepRun {

  /** Begins; the step says when it has ended by {@link StepOwner#stepEnded}, once. */
  void begin();

  /** What it waits for, in words, for the report of a hang. */
  String waitsFor();
}
