package io.dmio.cli;

import io.dmio.run.JudgedRun;
import io.dmio.testbed.Verdict;

/** How a command ends; of several the worst counts, in the order of this enum. */
enum ExitCode {
  /** Everything held. */
  HELD(0, "Everything held."),
  /** A check or an expectation failed. */
  FAILED(1, "A check or an expectation failed, a hang or a limit included."),
  /** The command line or a file is wrong, output is lost, or there is nothing to do. */
  MISTAKE(2, "Bad command line, bad scenario, lost output, or nothing to do."),
  /** Dmio itself is wrong. */
  DEFECT(3, "A defect of dmio."),
  /** What is to be replayed is for another dmio, or for other code of its user. */
  CANNOT_RUN(
      125,
      "replay alone: the capsule cannot be run here, since a class, a feature or its language is"
          + " missing; git bisect skips the commit."),
  /** Interrupted; the virtual machine itself ends with it. */
  INTERRUPTED(130, "Interrupted.");

  private final int value;
  private final String about;

  ExitCode(int value, String about) {
    this.value = value;
    this.about = about;
  }

  int value() {
    return value;
  }

  String about() {
    return about;
  }

  /** Of a run: a contradiction inside is a defect unless a bug was put in. */
  static ExitCode of(JudgedRun run) {
    return of(run.verdict(), run.isDefect());
  }

  /** Of a verdict, and of whether it shows a contradiction that no exhibit has put in. */
  static ExitCode of(Verdict verdict, boolean defect) {
    if (verdict.holds()) {
      return HELD;
    }
    return defect ? DEFECT : FAILED;
  }

  /** Of a yes or no: the one that holds, or the other. */
  static ExitCode of(boolean holds) {
    return holds ? HELD : FAILED;
  }

  ExitCode worst(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
