package io.dmio.workload;

/**
 * Something that a task found wrong by itself: a {@code verify}, or the user's own code.
 *
 * @param kind what it is about
 * @param task the task's number
 * @param step the step's or call's name
 * @param call the call's number, or -1
 * @param device the device's number, or -1
 * @param sector the first sector that is wrong, or -1
 * @param count how many sectors in a row are wrong the same way
 * @param expected what should be, in words; empty if that is not to be said
 * @param actual what is, in words; empty if that is not to be said
 * @param message the complaint in one sentence
 */
public record Complaint(
    Kind kind,
    int task,
    String step,
    int call,
    int device,
    long sector,
    long count,
    String expected,
    String actual,
    String message) {

  /** What a complaint is about. */
  public enum Kind {
    /** The task expects something else. */
    EXPECTATION,
    /** The user's code has used its host as nobody may. */
    MISUSE,
    /** The user's code has thrown something. */
    THROWN
  }

  /** Something that a task did not find as it expects it. */
  Complaint(
      int task,
      String step,
      int call,
      int device,
      long sector,
      long count,
      String expected,
      String actual,
      String message) {
    this(Kind.EXPECTATION, task, step, call, device, sector, count, expected, actual, message);
  }

  /** Something about a step as a whole. */
  static Complaint ofStep(Kind kind, int task, String step, String message) {
    return new Complaint(kind, task, step, -1, -1, -1, 0, "", "", message);
  }
}
