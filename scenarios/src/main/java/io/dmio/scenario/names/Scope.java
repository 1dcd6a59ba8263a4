package io.dmio.scenario.names;

import io.dmio.scenario.names.NamedItem.Dimension;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a step stands: names are resolved from here.
 *
 * @param task the task's name without its number
 * @param instance the number of the instance, or 0 if the task is alone
 * @param path the name of an unnamed step of this list, up to the dot
 * @param dimensions the instances and repetitions around it, the outermost first
 */
public record Scope(String task, int instance, String path, List<Dimension> dimensions) {

  /** Of rules, which stand in no task. */
  public static final Scope OUTSIDE = new Scope("", 0, "", List.of());

  public static Scope ofTask(String task, int instance, List<Dimension> dimensions) {
    return new Scope(task, instance, task + ".", List.copyOf(dimensions));
  }

  /** The steps inside the given step. */
  public Scope inside(int step) {
    return new Scope(task, instance, path + step + ".", dimensions);
  }

  /** The steps of a repetition that is the given step. */
  public Scope repeated(int step, Dimension repetition) {
    List<Dimension> all = new ArrayList<>(dimensions);
    all.add(repetition);
    return new Scope(task, instance, path + step + ".", List.copyOf(all));
  }

  /** The name of an unnamed step, without numbers. */
  public String unnamed(int step) {
    return path + step;
  }

  /** How a name without numbers is spelled in this instance. */
  public String spell(String base) {
    if (instance == 0) {
      return base;
    }
    String number = "[" + instance + "]";
    return base.startsWith(task + ".")
        ? task + number + base.substring(task.length())
        : base + number;
  }
}
