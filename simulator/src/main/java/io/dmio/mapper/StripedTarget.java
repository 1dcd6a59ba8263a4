package io.dmio.mapper;

import io.dmio.block.Bio;
import java.util.List;

/**
 * {@code striped}: chunk {@code c} of the target is chunk {@code c / n} of leg {@code c mod n}. A
 * flush goes to every leg.
 *
 * @param legs the ranges below; {@link LowerRange#begin} of each is the target's first sector
 * @param chunk the sectors of a chunk
 */
public record StripedTarget(List<LowerRange> legs, long chunk) implements Target {

  /** Copies the list, and checks that there is a leg and a chunk. */
  public StripedTarget {
    legs = List.copyOf(legs);
    if (legs.isEmpty() || chunk <= 0) {
      throw new IllegalArgumentException(
          "striped needs a leg and a chunk: " + legs.size() + ", " + chunk);
    }
  }

  @Override
  public String kind() {
    return "striped";
  }

  @Override
  public boolean hasWriteCache() {
    for (LowerRange leg : legs) {
      if (leg.device().hasWriteCache()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public long reach(long sector) {
    return chunk - Math.floorMod(sector - begin(), chunk);
  }

  @Override
  public int flushes() {
    return legs.size();
  }

  @Override
  public void mapFlush(Bio flush, int number) {
    LowerRange leg = legs.get(number);
    flush.remap(leg.offset());
    LowerRange.passAt(flush, leg.device());
  }

  @Override
  public void map(Bio piece) {
    long within = piece.sector() - begin();
    long number = Math.floorDiv(within, chunk);
    int stripes = legs.size();
    LowerRange leg = legs.get(Math.floorMod(number, stripes));
    long chunks = Math.floorDiv(number, stripes);
    piece.remap(leg.offset() + chunks * chunk + Math.floorMod(within, chunk));
    LowerRange.passAt(piece, leg.device());
  }

  private long begin() {
    return legs.get(0).begin();
  }
}
