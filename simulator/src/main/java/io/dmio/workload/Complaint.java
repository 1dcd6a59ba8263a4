package io.dmio.workload;

/**
 * Something that a task found wrong by itself: a {@code verify}, or the user's own code.
 *
 * @param kind what it is about
 * @param task the task's number
 * @param step the step's or call's name
 * @param call the call's number, or -1
 * @param sectors the sectors that are wrong the same way, in a row; or {@link #NOWHERE}
 * @param found what should be there and what is; or {@link Found#NOTHING}
 * @param message the complaint in one sentence
 */
public record Complaint(
    Kind kind, int task, String step, int call, RegionSpec sectors, Found found, String message) {

  /** What is wrong is not in sectors. */
  public static final RegionSpec NOWHERE = new RegionSpec(-1, -1, 0);

  /** What a complaint is about. */
  public enum Kind {
    /** The task expects something else. */
    EXPECTATION,
    /** The user's code has called its host wrongly. */
    MISUSE,
    /** The user's code has thrown something. */
    THROWN
  }

  /**
   * What a task has found.
   *
   * @param expected what should be, in words; empty if that is not to be said
   * @param actual what is, in words; empty if that is not to be said
   */
  public record Found(String expected, String actual) {

    /** Neither is to be said. */
    public static final Found NOTHING = new Found("", "");
  }

  /** Of something that is not as the task expects it. */
  Complaint(int task, String step, int call, RegionSpec sectors, Found found, String message) {
    this(Kind.EXPECTATION, task, step, call, sectors, found, message);
  }

  /** Of a step as a whole. */
  static Complaint ofStep(Kind kind, int task, String step, String message) {
    return new Complaint(kind, task, step, -1, NOWHERE, Found.NOTHING, message);
  }

  /** The device's number, or -1. */
  public int device() {
    return sectors.device();
  }

  /** The first sector that is wrong, or -1. */
  public long sector() {
    return sectors.sector();
  }

  /** How many sectors in a row are wrong the same way. */
  public long count() {
    return sectors.count();
  }

  /** What should be, in words; empty if that is not to be said. */
  public String expected() {
    return found.expected();
  }

  /** What is, in words; empty if that is not to be said. */
  public String actual() {
    return found.actual();
  }
}
