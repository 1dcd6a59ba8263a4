package io.dmio.generator;

import io.dmio.generator.Draft.Call;
import io.dmio.generator.Draft.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws when rules set in and how long they last. */
final class TriggerDraw {

  private final Draft draft;
  private final Draw draw;
  private final TimeDraw times;

  TriggerDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    times = new TimeDraw(draw);
  }

  /** Adds conditions, an ending and a group to a rule. */
  void add(Map<String, Object> rule, Device disk, boolean per) {
    boolean once = counts(rule);
    if (draw.chance(25)) {
      rule.put("probability", draw.of("1%", "50%", "1/3", "0.25", "90%"));
      if (per && draw.chance(40)) {
        rule.put("per", draw.of("bio", "sector"));
      }
    }
    if (draw.chance(10)) {
      after(rule);
    }
    if (disk != null && draw.chance(12)) {
      atBio(rule, disk);
    }
    if (!once && draw.chance(20)) {
      rule.put("times", draw.between(1, 3));
    }
    if (draw.chance(55)) {
      List<String> endings = new ArrayList<>(List.of("at-once", "never", times.time()));
      if (disk != null) {
        endings.add("on-write");
      }
      rule.put("ends", draw.of(endings));
    }
    if (draw.chance(8)) {
      rule.put("group", draw.of("g1", "g2"));
    }
  }

  /** Returns whether the rule sets in once. */
  private boolean counts(Map<String, Object> rule) {
    boolean at = false;
    switch (draw.weighted(50, 10, 12, 28)) {
      case 0 -> {}
      case 1 -> {
        rule.put("at", times.time());
        at = true;
      }
      case 2 -> {
        int from = draw.below(900);
        rule.put("from", from + "us");
        if (draw.chance(60)) {
          rule.put("until", from + draw.between(1, 3000) + "us");
        }
      }
      default -> {
        if (draw.chance(75)) {
          rule.put("nth", draw.between(1, 4));
          return true;
        }
        rule.put("every", draw.between(1, 3));
      }
    }
    return at;
  }

  private void after(Map<String, Object> rule) {
    List<String> names = new ArrayList<>(draft.rules);
    draft.marks.forEach(mark -> names.add(mark.any(draw)));
    draft.calls.forEach(call -> names.add(call.named().any(draw)));
    names.remove(String.valueOf(rule.get("id")));
    if (!names.isEmpty()) {
      rule.put("after", draw.of(names));
      if (draw.chance(50)) {
        rule.put("delay", times.time());
      }
    }
  }

  /** A bio that goes to the disk, by whatever device. */
  private void atBio(Map<String, Object> rule, Device disk) {
    List<String> bios = new ArrayList<>();
    for (Call call : draft.calls) {
      for (Device device : draft.devices) {
        if (call.devices().contains(device.name()) && device.disks().contains(disk.name())) {
          bios.add(bio(call, device.name()));
        }
      }
    }
    if (!bios.isEmpty()) {
      rule.put("at-bio", draw.of(bios));
    }
  }

  /** A bio of a call. */
  String bio(Call call, String device) {
    String number = call.isLoad() ? "[" + draw.between(1, 4) + "]" : "";
    int index = draw.chance(75) ? 0 : draw.between(1, 2);
    return call.named().any(draw) + number + ":" + device + "." + index;
  }
}
