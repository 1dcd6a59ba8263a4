package io.dmio.generator;

import io.dmio.generator.Draft.Dimension;
import io.dmio.generator.Draft.Named;
import java.util.List;
import java.util.Map;

/** Draws tasks, and the pages that they hold in classic. */
final class TaskDraw {

  private final Draft draft;
  private final Draw draw;
  private final StepDraw steps;

  TaskDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    steps = new StepDraw(draft);
  }

  /** All tasks of all boots. */
  Map<String, Object> tasks() {
    Map<String, Object> tasks = Flow.map();
    int count = draw.weighted(0, 45, 40, 15);
    for (int i = 0; i < count; i++) {
      add(tasks, "task" + i, 1);
    }
    for (int boot = 2; boot <= draft.boots; boot++) {
      if (draw.chance(75)) {
        add(tasks, "again" + boot, boot);
      }
    }
    return tasks;
  }

  private void add(Map<String, Object> tasks, String name, int boot) {
    int instances = draw.chance(10) ? draw.between(2, 3) : 1;
    List<Dimension> dimensions = instances == 1 ? List.of() : List.of(new Dimension(instances));
    StepScope scope = new StepScope(name, dimensions, 0);
    List<Object> list = steps.steps(scope, 1, 8);
    for (int i = 0; i < 2; i++) {
      if (draw.chance(draft.mood.plots)) {
        list.addAll(new PlotDraw(draft).steps(scope));
      }
    }
    frame(list, scope);
    draft.tasks.add(new Named(name, dimensions));
    Map<String, Object> task = Flow.map();
    if (boot > 1) {
      task.put("boot", boot);
    }
    if (instances > 1) {
      task.put("instances", instances);
    }
    task.put("steps", list);
    tasks.put(name, task.size() == 1 ? list : task);
  }

  /** The get and the put around the steps, which now and then are forgotten or misplaced. */
  private void frame(List<Object> list, StepScope scope) {
    if (draft.linux) {
      if (draw.chance(50)) {
        list.add(Flow.map("wait", "all"));
      }
      return;
    }
    int pages = draw.of(1, 1, 2, 4, 16, 64);
    if (draw.chance(98)) {
      list.add(0, Flow.map("get", pages));
    }
    switch (draw.weighted(45, 25, 22, 8)) {
      case 0 -> {
        list.add(Flow.map("wait", "all"));
        list.add(Flow.map("put", pages));
      }
      case 1 -> list.add(Flow.map("put", pages));
      case 2 -> putInCallback(list, pages, scope);
      default -> list.add(Flow.map("wait", "all"));
    }
  }

  /** The put stands in the callback of the last call. */
  private void putInCallback(List<Object> list, int pages, StepScope scope) {
    list.add(Flow.map("wait", "all"));
    Map<String, Object> last = steps.asyncCall(scope);
    last.put("then", Flow.list(Flow.map("put", pages)));
    list.add(last);
    if (draw.chance(50)) {
      list.add(Flow.map("wait", last.get("id")));
    }
  }
}
