package io.dmio.workload;

import io.dmio.workload.Complaint.Found;

/** Collects wrong sectors of one device into complaints of ranges that are wrong the same way. */
final class Mismatches {

  private final TaskRun task;
  private final String step;
  private final int call;
  private final int device;
  private long first;
  private long count;
  private String expected = "";
  private String actual = "";

  Mismatches(TaskRun task, String step, int call, int device) {
    this.task = task;
    this.step = step;
    this.call = call;
    this.device = device;
  }

  /** A sector is wrong; sectors come in ascending order. */
  void add(long sector, String should, String does) {
    assert count == 0 || sector >= first + count : sector + " comes after " + (first + count - 1);
    boolean goesOn =
        count > 0 && sector == first + count && should.equals(expected) && does.equals(actual);
    if (!goesOn) {
      tell();
      first = sector;
      expected = should;
      actual = does;
    }
    count++;
  }

  /** Tells the last range. */
  void tell() {
    if (count == 0) {
      return;
    }
    String place = task.context().device(device).name() + "@" + first;
    String message =
        count == 1
            ? place + " holds " + actual
            : place + "-" + (first + count - 1) + " hold " + actual;
    complain(message + ", should hold " + expected);
    count = 0;
  }

  private void complain(String message) {
    task.context()
        .complain(
            new Complaint(
                task.id(),
                step,
                call,
                new RegionSpec(device, first, count),
                new Found(expected, actual),
                message));
  }
}
