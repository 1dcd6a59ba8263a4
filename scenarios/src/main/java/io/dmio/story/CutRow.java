package io.dmio.story;

import java.util.List;

/**
 * A run of sectors after a power cut, all of which fared alike.
 *
 * @param first the first sector
 * @param sectors how many
 * @param allowed what it might have held, the oldest first, each with how far that had come
 * @param survived what it holds
 * @param why why that was allowed, as a sentence
 * @param readable whether it can be read
 */
public record CutRow(
    long first, long sectors, List<String> allowed, String survived, String why, boolean readable) {

  public CutRow {
    allowed = List.copyOf(allowed);
  }

  /** Whether another goes on where this ends, and fared alike. */
  boolean continuesIn(CutRow next) {
    return next.first == first + sectors
        && next.readable == readable
        && next.survived.equals(survived)
        && next.why.equals(why)
        && next.allowed.equals(allowed);
  }

  /** Both as one. */
  CutRow with(CutRow next) {
    return new CutRow(first, sectors + next.sectors, allowed, survived, why, readable);
  }
}
