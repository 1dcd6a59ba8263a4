package io.dmio.generator;

import io.dmio.generator.Draft.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws fault rules of every kind. */
final class FaultDraw {

  private static final int LONGEST_UNIT = 16;

  private final Draft draft;
  private final Draw draw;
  private final TriggerDraw triggers;

  FaultDraw(Draft draft) {
    this.draft = draft;
    draw = draft.draw;
    triggers = new TriggerDraw(draft);
  }

  /** Some rules or none. */
  List<Object> faults() {
    List<Object> faults = new ArrayList<>();
    for (int i = draw.chance(draft.mood.loud) ? draw.between(1, 3) : 0; i > 0; i--) {
      faults.add(loud());
    }
    for (int i = draw.chance(draft.mood.silent) ? draw.between(1, 3) : 0; i > 0; i--) {
      faults.add(silent());
    }
    return faults;
  }

  private Map<String, Object> loud() {
    if (draw.chance(20)) {
      Map<String, Object> rule = Flow.map("allocation-failure", pool());
      named(rule);
      triggers.add(rule, null, false);
      return rule;
    }
    Device disk = draw.of(draft.disks());
    Map<String, Object> rule = Flow.map("media-error", places(disk, 1));
    named(rule);
    if (draw.chance(40)) {
      List<String> ops = List.of("read", "write", "flush", "discard", "write-zeroes");
      rule.put("ops", Flow.list(ops.get(draw.weighted(30, 50, 8, 6, 6))));
    }
    if (draw.chance(30)) {
      rule.put("status", draw.of("IOERR", "MEDIUM", "NOSPC", "TIMEOUT", "NOTSUPP", "AGAIN"));
    }
    triggers.add(rule, disk, true);
    return rule;
  }

  /** The name of a pool. */
  String pool() {
    String client =
        draft.linux ? (draft.clients.isEmpty() ? "main" : draw.of(draft.clients)) : "engine";
    return client + draw.of(".ios", ".bios");
  }

  private void named(Map<String, Object> rule) {
    String name = draft.newName("e");
    rule.put("id", name);
    draft.rules.add(name);
    if (draw.chance(3)) {
      rule.put("reason", "drawn by chance");
    }
  }

  private Map<String, Object> silent() {
    List<Device> cached = draft.disks().stream().filter(Device::cached).toList();
    int lies = draft.linux && !cached.isEmpty() ? 12 : 0;
    return switch (draw.weighted(16, 16, 10, 10, 12, 18, 10, lies, lies)) {
      case 0 -> torn();
      case 1 -> placed("lost-write", 1);
      case 2 -> misdirected("misdirected-write");
      case 3 -> misdirected("misdirected-read");
      case 4 -> placed("stale-read", 1);
      case 5 -> flipped();
      case 6 -> placed("zeroed-sector", 1);
      case 7 -> lie("flush-lie", draw.of(cached));
      default -> lie("ignored-fua", draw.of(cached));
    };
  }

  private Map<String, Object> placed(String kind, int least) {
    return placed(kind, draw.of(draft.disks()), least);
  }

  private Map<String, Object> placed(String kind, Device disk, int least) {
    Map<String, Object> rule = Flow.map(kind, places(disk, least));
    named(rule);
    triggers.add(rule, disk, true);
    return rule;
  }

  private Map<String, Object> torn() {
    Device disk = draw.of(draft.disks());
    Map<String, Object> rule = placed("torn-write", disk, LONGEST_UNIT);
    if (draw.chance(50)) {
      String unit = draw.of("512B", "4KiB", "any");
      boolean whole = unit.equals("4KiB") && disk.sectors() < LONGEST_UNIT;
      rule.put("unit", whole ? "any" : unit); // a disk of one page has none to tear
    }
    if (draw.chance(60)) {
      rule.put("keeps", draw.of("prefix", "suffix", "random"));
    }
    if (draw.chance(60)) {
      rule.put("rest", draw.of("old", "zero", "garbage"));
    }
    return rule;
  }

  private Map<String, Object> flipped() {
    Map<String, Object> rule = placed("bit-flip", 1);
    if (draw.chance(50)) {
      rule.put("bits", draw.of(1, 2, 9, 4096));
    }
    if (draw.chance(50)) {
      rule.put("in", draw.of("rest", "flight"));
    }
    if (draw.chance(50)) {
      rule.put("ops", Flow.list(draw.of("read", "write")));
    }
    return rule;
  }

  private Map<String, Object> misdirected(String kind) {
    Device disk = draw.of(draft.disks());
    long count = draw.between(1L, Math.min(8, disk.sectors() / 2));
    long first = draw.between(0L, Math.min(24, disk.sectors() / 2 - count));
    long to = first + draw.between(1L, disk.sectors() - count - first);
    boolean each = draw.chance(50);
    boolean swap = draw.chance(30);
    long from = swap ? to : first;
    long stray = swap ? first : to;
    Map<String, Object> rule =
        Flow.map(
            kind,
            disk.name() + "@" + from + "+" + count,
            "to",
            disk.name() + "@" + stray + (each ? "+" + count : ""));
    named(rule);
    triggers.add(rule, disk, true);
    return rule;
  }

  private Map<String, Object> lie(String kind, Device disk) {
    Map<String, Object> rule = Flow.map(kind, disk.name());
    named(rule);
    triggers.add(rule, disk, false);
    return rule;
  }

  /** A place on a disk, where calls meet it; rarely two. */
  private Object places(Device disk, int least) {
    String place = place(disk, least);
    return draw.chance(12) ? Flow.list(place, disk.name() + "@" + draw.below(8)) : place;
  }

  private String place(Device disk, int least) {
    long most = disk.sectors();
    if (least >= most || draw.chance(20)) {
      return disk.name();
    }
    long first = draw.between(0L, Math.min(40, most - least));
    long count = draw.between(least, (int) Math.min(most - first, least + 16));
    return switch (least == 1 ? draw.weighted(35, 35, 30) : draw.weighted(0, 50, 50)) {
      case 0 -> disk.name() + "@" + first;
      case 1 -> disk.name() + "@" + first + "-" + (first + count - 1);
      default -> disk.name() + "@" + first + "+" + count;
    };
  }
}
