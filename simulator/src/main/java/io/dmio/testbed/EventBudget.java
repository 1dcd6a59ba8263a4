package io.dmio.testbed;

/**
 * What a world may use up of the limit of events of its run.
 *
 * @param events how many
 * @param statesDone the worlds of the run that came before, and had the rest
 */
record EventBudget(long events, long statesDone) {}
