package io.dmio.scenario.device;

import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.yaml.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a table as written; what has mistakes is null.
 *
 * @param at where it begins
 * @param first the first sector
 * @param count the sectors
 * @param target the name of the target
 * @param arguments the words behind it
 */
public record TableLine(
    Position at,
    @Nullable Located<Long> first,
    @Nullable Located<Long> count,
    @Nullable Located<String> target,
    List<Located<String>> arguments) {

  public TableLine {
    arguments = List.copyOf(arguments);
  }

  /** The sector behind the last one; -1: not known. */
  long end() {
    return first == null || count == null || first.value() > Bounds.DEVICE_SECTORS - count.value()
        ? -1
        : first.value() + count.value();
  }
}
