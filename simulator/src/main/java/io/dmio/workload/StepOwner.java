package io.dmio.workload;

/** The list that runs a step, as the step sees it. */
interface StepOwner {

  /** The task that the list is of. */
  TaskRun task();

  /** Names as the current step sees them. */
  RoundNames names();

  /** The current step: {@code task.2}, or {@code task.3.1[7]} in a repetition. */
  String stepName();

  /** The current step without the numbers of rounds: {@code task.3.1}. */
  String stepPath();

  /** Begins the rounds of a repetition, in place of the next step. */
  void repeat(Step.Repeat repeat, long times);

  /** The current step has ended; the next one begins by an event, or at once in a callback. */
  void stepEnded();
}
