package io.dmio.scenario.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Where a part of a scenario comes from.
 *
 * @param option the option that has put it there, as it was given, or null if it is the file's own
 * @param at where it stands in the file, or in the option
 */
public record Origin(@Nullable String option, Position at) {

  public static Origin inFile(Position at) {
    return new Origin(null, at);
  }

  public static Origin inOption(String option, int column) {
    return new Origin(option, new Position(1, column));
  }
}
