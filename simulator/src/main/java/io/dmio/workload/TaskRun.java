package io.dmio.workload;

import io.dmio.engine.IoReturn;
import java.util.List;

/** A task under way, as its steps and calls see it. */
interface TaskRun {

  /** The task's number, from 0. */
  int id();

  /** The task's name, with the number of its instance. */
  String name();

  /** What it shares with the other tasks of its host. */
  TaskContext context();

  /** Its calls that are under way. */
  OpenCalls calls();

  /** Whether a signal is pending; the call that asks goes back with it, and it is handled. */
  boolean takeSignal();

  /** A call with a {@code then} was made: the task is not over before that is. */
  void expectThen();

  /** Runs a {@code then} that was expected, now, inside the callback of its call. */
  void runThen(List<Step> steps, RoundNames names, String path);

  /** A {@code then} that was expected will never come. */
  void missThen();

  /** Announces what came of a get or put. */
  void poolCallEnded(String step, IoReturn result, CallExpectation expect);
}
