package io.dmio.generator;

import java.util.List;

/** Where sectors of stacked devices lie, by what the documents say of the targets. */
final class Ways {

  private static final int TARGET = 2;
  private static final int ARGUMENTS = 3;

  private final ModelWorld world;

  Ways(ModelWorld world) {
    this.world = world;
  }

  /** What is at the end of the way of a sector that is read or written. */
  Ground of(String device, boolean read, long sector) {
    String name = device.substring(device.lastIndexOf('/') + 1);
    if (world.disks.containsKey(name)) {
      return new Ground(Ground.Kind.DISK, name, sector);
    }
    for (String[] line : world.tables.get(name)) {
      long inside = sector - Long.parseLong(line[0]);
      if (inside >= 0 && inside < Long.parseLong(line[1])) {
        return through(line, read, inside);
      }
    }
    return Ground.FAILS;
  }

  private Ground through(String[] line, boolean read, long inside) {
    return switch (line[TARGET]) {
      case "linear", "dust" -> below(line, ARGUMENTS, read, inside);
      case "striped" -> striped(line, read, inside);
      case "delay" -> below(line, line.length == 6 || read ? ARGUMENTS : 6, read, inside);
      case "zero" -> Ground.NOTHING;
      case "flakey" -> flakey(line, read, inside);
      default -> Ground.FAILS;
    };
  }

  private Ground below(String[] line, int word, boolean read, long inside) {
    return of(line[word], read, Long.parseLong(line[word + 1]) + inside);
  }

  private Ground striped(String[] line, boolean read, long inside) {
    long legs = Long.parseLong(line[ARGUMENTS]);
    long chunk = Long.parseLong(line[ARGUMENTS + 1]);
    long stripe = inside / chunk;
    int word = ARGUMENTS + 2 + 2 * (int) (stripe % legs);
    return below(line, word, read, stripe / legs * chunk + inside % chunk);
  }

  private Ground flakey(String[] line, boolean read, long inside) {
    Ground below = below(line, ARGUMENTS, read, inside);
    long up = Long.parseLong(line[5]);
    long down = Long.parseLong(line[6]);
    if (down == 0) {
      return below;
    }
    List<String> features = List.of(line).subList(7, line.length);
    Ground whenDown = down(features, read, below);
    return up == 0 || whenDown.equals(below)
        ? whenDown
        : new Ground(Ground.Kind.MURKY, below.disk(), below.sector());
  }

  private static Ground down(List<String> features, boolean read, Ground below) {
    if (features.isEmpty()) {
      return Ground.FAILS;
    }
    boolean corrupts = features.contains(read ? "r" : "w");
    if (features.contains(read ? "error_reads" : "error_writes")) {
      return Ground.FAILS;
    }
    if (!read && features.contains("drop_writes")) {
      return Ground.NOTHING;
    }
    return corrupts ? below.murky() : below;
  }
}
