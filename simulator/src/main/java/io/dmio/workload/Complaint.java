package io.dmio.workload;

/**
 * Something that a task found wrong by itself: a {@code verify}, or the user's own code.
 *
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
    int task,
    String step,
    int call,
    int device,
    long sector,
    long count,
    String expected,
    String actual,
    String message) {}
