package io.dmio.mapper;

import io.dmio.mapper.TargetSpec.Lower;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/** Tables as {@code dmsetup table} prints them, with names instead of numbers of devices. */
public final class TableLines {

  private static final long MILLISECOND = 1_000_000;
  private static final int SECTOR = 512;

  private TableLines() {}

  /** The lines of a table. */
  public static List<String> of(TableSpec table, IntFunction<String> devices) {
    List<String> lines = new ArrayList<>();
    for (TableSpec.Line line : table.lines()) {
      StringJoiner words = new StringJoiner(" ");
      words.add(Long.toString(line.first())).add(Long.toString(line.count()));
      words.add(line.target().kind().text());
      addArguments(line.target(), devices, words);
      lines.add(words.toString());
    }
    return lines;
  }

  private static void addArguments(
      TargetSpec target, IntFunction<String> devices, StringJoiner words) {
    if (target instanceof TargetSpec.Striped striped) {
      words.add(Integer.toString(striped.legs().size())).add(Long.toString(striped.chunk()));
    }
    List<Lower> lower = target.lower();
    for (int i = 0; i < lower.size(); i++) {
      words.add(devices.apply(lower.get(i).device())).add(Long.toString(lower.get(i).sector()));
      if (target instanceof TargetSpec.Delay delay) {
        words.add(Long.toString(lane(delay, i).nanos() / MILLISECOND));
      }
    }
    if (target instanceof TargetSpec.Flakey flakey) {
      addPhases(flakey, words);
    } else if (target instanceof TargetSpec.Dust dust) {
      words.add(Long.toString(dust.blockSectors() * SECTOR));
    }
  }

  private static TargetSpec.Delay.Lane lane(TargetSpec.Delay delay, int number) {
    return switch (number) {
      case 0 -> delay.read();
      case 1 -> delay.write();
      default -> delay.flush();
    };
  }

  private static void addPhases(TargetSpec.Flakey flakey, StringJoiner words) {
    words.add(Long.toString(flakey.upSeconds())).add(Long.toString(flakey.downSeconds()));
    List<String> features = flakey.down().features();
    if (!features.isEmpty()) {
      words.add(Integer.toString(features.size()));
      features.forEach(words::add);
    }
  }
}
