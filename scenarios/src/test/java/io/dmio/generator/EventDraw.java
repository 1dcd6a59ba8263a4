package io.dmio.generator;

import io.dmio.generator.Draft.Call;
import io.dmio.generator.Draft.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws what is done to the world from outside. */
final class EventDraw {

  private final Draft draft;
  private final Draw draw;
  private final TimeDraw times;
  private final List<Map<String, Object>> events = new ArrayList<>();
  private boolean each;

  EventDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    times = new TimeDraw(draw);
  }

  /** Crashes and cuts; says how often the host boots. Their moments come later. */
  void plan() {
    if (!draw.chance(draft.mood.cuts)) {
      return;
    }
    for (int i = draw.weighted(0, 65, 25, 10); i > 0; i--) {
      events.add(draw.chance(30) ? crash() : cut());
    }
  }

  private Map<String, Object> crash() {
    Map<String, Object> event = Flow.map("crash", "host");
    survives(event);
    if (draw.chance(75)) {
      event.put("reboot", times.time());
      draft.boots++;
    }
    return event;
  }

  private Map<String, Object> cut() {
    Map<String, Object> event = Flow.map("power-cut", some());
    survives(event);
    if (draw.chance(65)) {
      event.put("restored", times.time());
    }
    return event;
  }

  private void survives(Map<String, Object> event) {
    int one = each ? 0 : 3;
    String word =
        switch (draw.weighted(22, 25, 18, 20, 15, one)) {
          case 0 -> null;
          case 1 -> "none";
          case 2 -> "all";
          case 3 -> "random";
          case 4 -> "prefix";
          default -> "each";
        };
    if (word != null) {
      each |= word.equals("each");
      event.put("survives", word);
    }
  }

  /** Whether every state of a cut is tried. */
  boolean triesEach() {
    return each;
  }

  private Object some() {
    List<Device> disks = draft.disks();
    List<Device> cached = disks.stream().filter(Device::cached).toList();
    if (draw.chance(70)) {
      return draw.of(!cached.isEmpty() && draw.chance(60) ? cached : disks).name();
    }
    List<Object> names = new ArrayList<>(disks.stream().map(Device::name).toList());
    while (names.size() > 1 && draw.chance(50)) {
      names.remove(draw.below(names.size()));
    }
    return names;
  }

  /** All events with their moments, in any order. */
  List<Object> finish() {
    if (draw.chance(draft.mood.outside)) {
      for (int i = draw.between(1, 3); i > 0; i--) {
        other();
      }
    }
    for (Device disk : draft.disks()) {
      for (int i = disk.holds() ? draw.between(1, 6) : 0; i > 0; i--) {
        events.add(Flow.map("release", disk.name()));
      }
    }
    List<Object> finished = new ArrayList<>();
    for (Map<String, Object> event : events) {
      moment(event);
      finished.add(draw.below(finished.size() + 1), event);
    }
    return finished;
  }

  private void other() {
    switch (draw.weighted(40, 35, 25)) {
      case 0 -> {
        events.add(Flow.map("offline", some()));
        if (draw.chance(70)) {
          events.add(Flow.map("online", some()));
        }
      }
      case 1 -> events.add(Flow.map("signal", draw.of(draft.tasks).name()));
      default -> events.add(Flow.map("quiet", "all"));
    }
  }

  private void moment(Map<String, Object> event) {
    List<Call> calls = draft.calls.stream().filter(call -> !call.devices().isEmpty()).toList();
    boolean release = event.containsKey("release");
    boolean ends = event.containsKey("power-cut") || event.containsKey("crash");
    if (ends && !draft.moments.isEmpty() && draw.chance(60)) {
      event.put("after", draw.of(draft.moments).any(draw));
      event.put("delay", draw.between(1, draw.of(40, 400, 2500)) + "us");
      return;
    }
    switch (draw.weighted(60, release ? 0 : 15, release || calls.isEmpty() ? 0 : 15, 10)) {
      case 0 -> event.put("at", release ? draw.between(1, 40) + "ms" : times.time());
      case 1 -> after(event);
      case 2 -> {
        Call call = draw.of(calls);
        String device = draw.of(List.copyOf(call.devices()));
        event.put("at-bio", new TriggerDraw(draft).bio(call, device));
      }
      default -> event.put("at-event", draw.below(250));
    }
    if (draw.chance(12)) {
      String name = draft.newName("x");
      event.put("id", name);
      draft.events.add(name);
    }
  }

  private void after(Map<String, Object> event) {
    List<String> names = new ArrayList<>(draft.rules);
    names.addAll(draft.events);
    draft.marks.forEach(mark -> names.add(mark.any(draw)));
    draft.calls.forEach(call -> names.add(call.named().any(draw)));
    draft.tasks.forEach(task -> names.add(task.any(draw)));
    event.put("after", draw.of(names));
    if (draw.chance(50)) {
      event.put("delay", times.time());
    }
  }
}
