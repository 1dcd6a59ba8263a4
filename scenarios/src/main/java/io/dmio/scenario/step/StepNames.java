package io.dmio.scenario.step;

import io.dmio.scenario.names.NamedItem.Dimension;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Range;
import java.util.List;

/** The names of steps, what numbers them, and how many there are. */
public final class StepNames {

  private StepNames() {}

  /** What the instances of a task number; nothing if there is only one. */
  public static List<Dimension> instances(TaskText text) {
    ParsedObject fields = text.fields();
    long count = fields == null ? 1 : fields.get(TaskKeys.INSTANCES, 1L);
    return count == 1 || fields == null
        ? List.of()
        : List.of(new Dimension(fields.at(), count, true));
  }

  /** How many steps a task has, those inside others and those of every instance counted. */
  public static long stepCount(TaskText text) {
    ParsedObject fields = text.fields();
    return stepCount(text.steps()) * (fields == null ? 1 : fields.get(TaskKeys.INSTANCES, 1L));
  }

  private static long stepCount(List<ParsedObject> steps) {
    long count = steps.size();
    for (ParsedObject step : steps) {
      count += stepCount(step.get(CallKeys.THEN, List.of()));
      ParsedObject repeat = step.get(StepKeys.REPEAT);
      count += repeat == null ? 0 : stepCount(repeat.get(StepKeys.REPEAT_STEPS, List.of()));
    }
    return count;
  }

  /** What a repetition numbers. */
  public static Dimension repetition(ParsedObject repeat) {
    Range times = repeat.get(StepKeys.TIMES, Range.of(1));
    return new Dimension(repeat.at(), times.high(), false);
  }

  /** The name of a step without numbers. */
  public static String name(ParsedObject step, Scope scope, int number) {
    Located<String> id = step.get(CallKeys.ID);
    return id != null ? id.value() : scope.unnamed(number);
  }
}
