package io.dmio.generator;

import java.util.List;
import java.util.Map;

/**
 * A random valid scenario of the whole language, small enough to run in milliseconds. One seed
 * gives one text.
 */
final class RandomScenario {

  private static final int EVENTS = 25_000;
  private static final int EVENTS_OF_EACH = 8_000;

  private RandomScenario() {}

  /** The text that is drawn by a seed. */
  static String text(long seed) {
    return YamlText.of(tree(seed));
  }

  /** The name of the scenario that is drawn by a seed. */
  static String name(long seed) {
    return "random-" + Long.toUnsignedString(seed);
  }

  private static Map<String, Object> tree(long seed) {
    Draw draw = new Draw(seed);
    Mood mood = Mood.drawn(draw);
    Draft draft = new Draft(draw, mood);
    Map<String, Object> tree = Flow.map("dmio", 1, "scenario", name(seed));
    if (draw.chance(5)) {
      tree.put("about", "What chance has drawn holds.");
    }
    tree.put(
        "seed", draw.chance(80) ? draw.below(1_000_000) : "0x" + Long.toHexString(draw.bits()));
    if (draw.chance(3)) {
      tree.put("payload", draw.of("tags", "bytes"));
    }
    engine(tree, draft);
    tree.put("devices", devices(draft));
    EventDraw events = new EventDraw(draft);
    events.plan();
    int most = events.triesEach() ? EVENTS_OF_EACH : EVENTS;
    tree.put("limits", Flow.map("time", "60s", "events", most));
    Map<String, Object> tasks = new TaskDraw(draft).tasks();
    List<Object> faults = new FaultDraw(draft).faults();
    if (!faults.isEmpty()) {
      tree.put("faults", faults);
    }
    tree.put("tasks", tasks);
    List<Object> happens = events.finish();
    if (!happens.isEmpty()) {
      tree.put("events", happens);
    }
    new ExpectDraw(draft).ofRun(tree, events.triesEach());
    return tree;
  }

  private static void engine(Map<String, Object> tree, Draft draft) {
    Draw draw = draft.draw;
    Map<String, Object> engine = Flow.map();
    if (draft.linux) {
      engine.put("dialect", "linux-6.1");
      if (draw.chance(30)) {
        engine.put("clients", clients(draft));
      }
    } else {
      if (draw.chance(30)) {
        engine.put("dialect", "classic");
      }
      if (draw.chance(25)) {
        engine.put("bios", draw.of(1, 2, 3, 16));
      }
      if (draw.chance(draft.mood.plug)) {
        engine.put("plug", true);
      }
    }
    if (!engine.isEmpty()) {
      tree.put("engine", engine);
    }
  }

  private static Map<String, Object> clients(Draft draft) {
    Draw draw = draft.draw;
    Map<String, Object> clients = Flow.map();
    for (String name : List.of("main", "copy", "log").subList(0, draw.between(1, 3))) {
      Map<String, Object> client = Flow.map();
      if (draw.chance(60)) {
        client.put("ios", draw.of(1, 2, 16));
      }
      if (draw.chance(60)) {
        client.put("bios", draw.of(1, 2, 16));
      }
      clients.put(name, client);
      draft.clients.add(name);
    }
    return clients;
  }

  private static Map<String, Object> devices(Draft draft) {
    Draw draw = draft.draw;
    Map<String, Object> devices = Flow.map();
    DiskDraw disks = new DiskDraw(draft);
    for (String name : List.of("a", "b", "c", "d").subList(0, draw.weighted(0, 25, 40, 25, 10))) {
      devices.put(name, disks.disk(name));
    }
    TableDraw tables = new TableDraw(draft);
    int most = draft.mood.tables;
    for (String name : List.of("n", "m", "k").subList(0, most == 0 ? 0 : draw.between(1, most))) {
      devices.put(name, tables.table(name));
    }
    return devices;
  }
}
