package io.dmio.scenario;

import org.jspecify.annotations.Nullable;

/**
 * Where a part of a scenario comes from.
 *
 * @param change the change that has put it there, or null if it is the file's own
 * @param at where it stands in the file, or in the option of the change
 */
record Origin(@Nullable Change change, Position at) {

  static Origin inFile(Position at) {
    return new Origin(null, at);
  }

  static Origin inOption(Change change, int column) {
    return new Origin(change, new Position(1, column));
  }
}
