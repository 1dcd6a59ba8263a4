package io.dmio.workload;

import java.util.List;

/**
 * A task as its scenario says. Instances are written out: {@code name[1]}, {@code name[2]}, ...
 *
 * @param id its number, from 0
 * @param name its name
 * @param boot the boot of the host that runs it, from 1
 * @param steps its steps
 */
public record TaskSpec(int id, String name, int boot, List<Step> steps) {

  /** A task of the first boot. */
  public TaskSpec(int id, String name, List<Step> steps) {
    this(id, name, 1, steps);
  }

  /**
   * A task of the first boot that is code and nothing else. It has the name of the task, as its
   * calls and complaints have.
   */
  public static TaskSpec ofCode(int id, String name, TaskFactory code) {
    return new TaskSpec(id, name, List.of(new Step.Java(name, code)));
  }

  /** Copies the list. */
  public TaskSpec {
    if (boot < 1) {
      throw new IllegalArgumentException("boots count from 1: " + boot);
    }
    steps = List.copyOf(steps);
  }

  /** The name that all instances share: the name without the number. */
  String family() {
    int number = name.indexOf('[');
    return number < 0 ? name : name.substring(0, number);
  }
}
