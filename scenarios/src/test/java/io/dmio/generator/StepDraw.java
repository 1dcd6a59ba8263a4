package io.dmio.generator;

import io.dmio.generator.Draft.Call;
import io.dmio.generator.Draft.Named;
import io.dmio.generator.RegionDraw.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the steps of a list. */
final class StepDraw {

  private static final int MOST_DEPTH = 2;

  private final Draft draft;
  private final Draw draw;
  private final CallDraw calls;
  private final LoadDraw loads;

  StepDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    calls = new CallDraw(draft);
    loads = new LoadDraw(draft);
  }

  /** Some steps, one at least. */
  List<Object> steps(StepScope scope, int least, int most) {
    List<Object> steps = new ArrayList<>();
    for (int i = draw.between(least, most); i > 0; i--) {
      steps.add(step(scope));
    }
    return steps;
  }

  private Map<String, Object> step(StepScope scope) {
    boolean deep = scope.depth() >= MOST_DEPTH;
    return switch (draw.weighted(64, 11, 11, 3, deep ? 0 : 3, 3, deep ? 0 : 4, 1)) {
      case 1 -> wait(scope);
      case 2 -> sleep();
      case 3 -> mark(scope);
      case 4 -> repeat(scope);
      case 5 -> verify(scope);
      case 6 -> loads.load(scope);
      case 7 -> Flow.map(draw.of("get", "put"), draw.between(0, 3));
      default -> call(scope);
    };
  }

  /** An async call without steps in its callback. */
  Map<String, Object> asyncCall(StepScope scope) {
    Map<String, Object> step = calls.call(scope);
    step.put("mode", "async");
    return step;
  }

  private Map<String, Object> call(StepScope scope) {
    Map<String, Object> step = calls.call(scope);
    boolean hears = "async".equals(step.get("mode")) && scope.depth() < MOST_DEPTH;
    if (hears && draw.chance(12)) {
      step.put("then", steps(scope.inCallback(), 1, 2));
    }
    return step;
  }

  private Map<String, Object> wait(StepScope scope) {
    List<Call> own = draft.calls.stream().filter(call -> call.task().equals(scope.task())).toList();
    return switch (draw.weighted(45, own.isEmpty() ? 0 : 45, draft.marks.isEmpty() ? 0 : 4, 2)) {
      case 1 -> Flow.map("wait", draw.of(own).named().seenFrom(scope.dimensions(), draw));
      case 2 -> Flow.map("wait", draw.of(draft.marks).seenFrom(scope.dimensions(), draw));
      case 3 -> Flow.map("wait", otherTask(scope));
      default -> Flow.map("wait", "all");
    };
  }

  private String otherTask(StepScope scope) {
    List<Named> others =
        draft.tasks.stream().filter(task -> !task.name().equals(scope.task())).toList();
    return others.isEmpty() ? "all" : draw.of(others).name();
  }

  private Map<String, Object> sleep() {
    return Flow.map(
        "sleep",
        switch (draw.weighted(60, 20, 20)) {
          case 0 -> new TimeDraw(draw).time();
          case 1 -> draw.below(50) + "us-" + draw.between(50, 900) + "us";
          default -> draw.of("1s", "1500ms", "2s", "40ms");
        });
  }

  private Map<String, Object> mark(StepScope scope) {
    String name = draft.newName("m");
    boolean instances = !scope.dimensions().isEmpty();
    draft.marks.add(new Named(name, instances ? scope.dimensions() : List.of()));
    return Flow.map("mark", name);
  }

  private Map<String, Object> repeat(StepScope scope) {
    int low = draw.between(1, 3);
    int high = draw.between(low, 4);
    List<Object> steps = steps(scope.repeated(high), 1, 3);
    Object times = low == high ? (Object) low : low + "-" + high;
    return Flow.map("repeat", Flow.map("times", times, "steps", steps));
  }

  private Map<String, Object> verify(StepScope scope) {
    Region place = new RegionDraw(draft).plain();
    long count = Math.min(place.count(), place.device().sectors() - place.first());
    List<Object> holds = Flow.list("initial");
    Set<String> writes = Set.of("write", "load");
    draft.calls.stream()
        .filter(call -> writes.contains(call.verb()))
        .map(call -> call.named().seenFrom(scope.dimensions(), draw))
        .forEach(holds::add);
    String id = draft.newName("v");
    draft.calls.add(
        new Call(
            new Named(id, scope.dimensions()),
            "verify",
            Set.of(place.device().name()),
            scope.task()));
    String text = new Region(place.device(), place.first(), count).text();
    return Flow.map("verify", text, "id", id, "holds", holds);
  }
}
