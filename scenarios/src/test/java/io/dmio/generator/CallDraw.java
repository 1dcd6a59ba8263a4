package io.dmio.generator;

import io.dmio.generator.Draft.Call;
import io.dmio.generator.Draft.Device;
import io.dmio.generator.Draft.Named;
import io.dmio.generator.RegionDraw.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Draws calls of dm-io and bios past it. */
final class CallDraw {

  private static final List<String> FLAGS =
      List.of("sync", "meta", "prio", "rahead", "idle", "nomerge");

  private final Draft draft;
  private final Draw draw;
  private final RegionDraw regions;
  private final MemoryDraw memories;

  CallDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    regions = new RegionDraw(draft);
    memories = new MemoryDraw(draft);
  }

  /** A call of a task; what runs in its callback is added by others. */
  Map<String, Object> call(StepScope scope) {
    int linux = draft.linux ? 1 : 0;
    String verb =
        switch (draw.weighted(28, 50, 7 * linux, 6 * linux, 9 * linux, 7)) {
          case 0 -> "read";
          case 1 -> "write";
          case 2 -> "discard";
          case 3 -> "write-zeroes";
          case 4 -> "flush";
          default -> "bio";
        };
    return switch (verb) {
      case "flush" -> flush(scope);
      case "bio" -> bio(scope);
      default -> onRegions(verb, scope);
    };
  }

  private Map<String, Object> onRegions(String verb, StepScope scope) {
    boolean read = verb.equals("read");
    boolean one = read && !draw.chance(draft.mood.odd / 4);
    List<Region> places = one ? List.of(regions.any()) : regions.several();
    Map<String, Object> step =
        Flow.map(
            verb, places.size() == 1 && draw.chance(80) ? places.get(0).text() : texts(places));
    String id = name(step, read ? "r" : "w");
    boolean data = read || verb.equals("write");
    long most = places.stream().mapToLong(Region::count).max().orElse(0);
    common(step, scope, data ? most : -1, read);
    client(step);
    if (places.stream().anyMatch(Region::isPastEnd)) {
      step.put("past-end", true);
    }
    if (draw.chance(3)) {
      step.put("expect", new ExpectDraw(draft).ofCall(places));
    }
    declare(id, verb, places.stream().map(Region::device).toList(), scope);
    return step;
  }

  private static List<Object> texts(List<Region> places) {
    return new ArrayList<>(places.stream().map(Region::text).toList());
  }

  private Map<String, Object> flush(StepScope scope) {
    List<Device> devices = new ArrayList<>();
    for (int i = draw.between(1, 2); i > 0; i--) {
      devices.add(draft.device());
    }
    List<Object> names = new ArrayList<>(devices.stream().map(Device::name).toList());
    Map<String, Object> step = Flow.map("flush", names.size() == 1 ? names.get(0) : names);
    String id = name(step, "f");
    common(step, scope, -1, false);
    client(step);
    declare(id, "flush", devices, scope);
    return step;
  }

  private Map<String, Object> bio(StepScope scope) {
    int linux = draft.linux ? 1 : 0;
    String op =
        switch (draw.weighted(40, 50, 5 * linux, 5 * linux)) {
          case 0 -> "read";
          case 1 -> "write";
          case 2 -> "discard";
          default -> "write-zeroes";
        };
    Region place = regions.plain();
    Map<String, Object> step = Flow.map("bio", place.text(), "op", op);
    String id = name(step, "b");
    boolean data = op.equals("read") || op.equals("write");
    common(step, scope, data ? place.count() : -1, op.equals("read"));
    if (place.isPastEnd()) {
      step.put("past-end", true);
    }
    declare(id, op, List.of(place.device()), scope);
    return step;
  }

  private String name(Map<String, Object> step, String prefix) {
    String id = draft.newName(prefix);
    step.put("id", id);
    return id;
  }

  private void declare(String id, String verb, List<Device> devices, StepScope scope) {
    TreeSet<String> names = new TreeSet<>();
    devices.forEach(device -> names.add(device.name()));
    draft.calls.add(new Call(new Named(id, scope.dimensions()), verb, names, scope.task()));
  }

  private void common(Map<String, Object> step, StepScope scope, long sectors, boolean read) {
    if (draw.chance(60)) {
      step.put("mode", draw.chance(85) ? "async" : "sync");
    }
    if (sectors >= 0 && draw.chance(50)) {
      step.put("memory", memories.memory(sectors, read));
    }
    if (sectors >= 0 && !read && draw.chance(35)) {
      data(step, scope);
    }
    flags(step);
    if (draft.linux && draw.chance(4)) {
      step.put("ioprio", draw.below(0x10000));
    }
  }

  private void data(Map<String, Object> step, StepScope scope) {
    List<Call> reads =
        draft.calls.stream()
            .filter(call -> call.verb().equals("read") && call.task().equals(scope.task()))
            .toList();
    step.put(
        "data",
        !reads.isEmpty() && draw.chance(35)
            ? Flow.map("read", draw.of(reads).named().seenFrom(scope.dimensions(), draw))
            : Flow.map("pattern", draw.below(6)));
  }

  private void flags(Map<String, Object> step) {
    TreeSet<Object> flags = new TreeSet<>();
    if (draft.linux && draw.chance(12)) {
      flags.add("preflush");
    }
    if (draft.linux && draw.chance(12)) {
      flags.add("fua");
    }
    if (draw.chance(8)) {
      flags.add(draft.linux ? draw.of(FLAGS) : "sync");
    }
    if (!flags.isEmpty()) {
      step.put("flags", new ArrayList<>(flags));
    }
  }

  private void client(Map<String, Object> step) {
    if (!draft.clients.isEmpty() && draw.chance(60)) {
      step.put("client", draw.of(draft.clients));
    }
  }
}
