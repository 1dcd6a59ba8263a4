package io.dmio.generator;

import io.dmio.generator.Draft.Call;
import io.dmio.generator.Draft.Device;
import io.dmio.generator.Draft.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws short stories in which things meet that chance alone seldom brings together. */
final class PlotDraw {

  private static final long LONGEST = 250;

  private final Draft draft;
  private final Draw draw;
  private final TimeDraw times;

  PlotDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    times = new TimeDraw(draw);
  }

  /** The steps of a story. */
  List<Object> steps(StepScope scope) {
    List<Device> stacked = draft.devices.stream().filter(Device::stacked).toList();
    return switch (stacked.isEmpty() ? 2 : draw.weighted(50, 30, 20)) {
      case 0 -> crossing(draw.of(stacked), scope);
      case 1 -> race(draw.of(stacked), scope);
      default -> overlap(draft.device(), scope);
    };
  }

  /** A write over all that is below, and a moment at which its disks may lose their power. */
  private List<Object> crossing(Device device, StepScope scope) {
    String mark = draft.newName("m");
    Named named = new Named(mark, scope.dimensions());
    draft.marks.add(named);
    draft.moments.add(named);
    List<Object> steps = Flow.list(Flow.map("mark", mark));
    Map<String, Object> write = call("write", device, 0, device.sectors(), scope);
    write.put("mode", draw.of("sync", "async"));
    steps.add(write);
    if (draw.chance(40)) {
      steps.add(call("read", device, 0, device.sectors(), scope));
    }
    return steps;
  }

  /** A read of a stacked device, and a write below it before all of it was read. */
  private List<Object> race(Device device, StepScope scope) {
    Map<String, Object> read = call("read", device, 0, device.sectors(), scope);
    read.put("mode", "async");
    List<Object> steps = Flow.list(read, Flow.map("sleep", times.time()));
    List<Device> below =
        draft.devices.stream()
            .filter(other -> !other.stacked() && device.disks().contains(other.name()))
            .toList();
    Device under = below.isEmpty() ? device : draw.of(below);
    long first = draw.between(0L, Math.min(16, under.sectors() - 1));
    steps.add(call("write", under, first, draw.between(1L, 24), scope));
    steps.add(Flow.map("wait", "all"));
    return steps;
  }

  /** Two writes of one sector at once, and a read in whose memory another sector lies over it. */
  private List<Object> overlap(Device any, StepScope scope) {
    Device device = any.sectors() > 1 ? any : draw.of(draft.disks());
    long gap = draw.between(1L, Math.min(8, device.sectors() - 1));
    long first = draw.between(0L, Math.min(8, device.sectors() - 1 - gap));
    Map<String, Object> both = call("write", device, first, 1, scope);
    String other = device.name() + "@" + (first + gap) + "+1";
    both.put("write", Flow.list(both.get("write"), other));
    Map<String, Object> one = call("write", device, first, 1, scope);
    Map<String, Object> read = call("read", device, first, gap + 1, scope);
    String most = (gap + draw.below(2)) * 512 + "B";
    read.put(
        "memory",
        Flow.map("bvec", Flow.list(Flow.list(0, "0B", most), Flow.list(0, "0B", "512B"))));
    both.put("mode", "async");
    one.put("mode", "async");
    List<Object> steps = new ArrayList<>();
    steps.addAll(draw.chance(50) ? List.of(both, one) : List.of(one, both));
    steps.add(Flow.map("wait", "all"));
    steps.add(read);
    return steps;
  }

  private Map<String, Object> call(
      String verb, Device device, long first, long most, StepScope scope) {
    long count = Math.min(Math.min(most, LONGEST), device.sectors() - first);
    String id = draft.newName("p");
    draft.calls.add(
        new Call(new Named(id, scope.dimensions()), verb, Set.of(device.name()), scope.task()));
    return Flow.map(verb, device.name() + "@" + first + "+" + count, "id", id);
  }
}
