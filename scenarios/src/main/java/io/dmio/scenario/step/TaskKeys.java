package io.dmio.scenario.step;

import static io.dmio.scenario.shape.Key.optional;
import static io.dmio.scenario.shape.Key.required;

import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalars;
import java.util.List;

/** The keys of tasks. */
public final class TaskKeys {

  public static final Key<Long> BOOT =
      optional(
          "boot", Scalars.count(1, Integer.MAX_VALUE), "which boot of the host runs it; default 1");
  static final Key<Long> INSTANCES =
      optional("instances", Scalars.count(1, 10_000), "how many equal tasks; default 1");
  static final Key<List<ParsedObject>> TASK_STEPS = required("steps", StepKeys.STEPS, "its steps");
  public static final Key<List<Entry<TaskText>>> TASKS =
      required(
          "tasks",
          new MapShape<>(
              "a mapping of names to tasks",
              Scalars.NAME,
              Either.of(
                  Either.option(StepKeys.STEPS, steps -> new TaskText(steps, null)),
                  Either.option(
                      new ObjectShape(
                          "task", "A list of steps.", List.of(BOOT, INSTANCES, TASK_STEPS)),
                      fields -> new TaskText(fields.get(TASK_STEPS, List.of()), fields))),
              1),
          "what is done: lists of steps by name");

  private TaskKeys() {}
}
