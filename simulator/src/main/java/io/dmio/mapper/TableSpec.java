package io.dmio.mapper;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The table of a stacked device, with no defaults left.
 *
 * @param id the number of the device
 * @param name its name
 * @param lines its lines, from sector 0 without gaps
 */
public record TableSpec(int id, String name, List<Line> lines) {

  /** Copies the list, and checks that there is a line. */
  public TableSpec {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("the table of " + name + " is empty");
    }
  }

  /**
   * A line of a table.
   *
   * @param first the first sector
   * @param count how many sectors
   * @param target takes the bios
   */
  public record Line(long first, long count, TargetSpec target) {

    /** The sector after the last one. */
    public long end() {
      return first + count;
    }
  }

  /** How many sectors the device has. */
  public long sectors() {
    return lines.get(lines.size() - 1).end();
  }

  /** The numbers of the devices that its lines name, each once. */
  public IntStream lower() {
    return lines.stream()
        .flatMap(line -> line.target().lower().stream())
        .mapToInt(TargetSpec.Lower::device)
        .distinct();
  }
}
