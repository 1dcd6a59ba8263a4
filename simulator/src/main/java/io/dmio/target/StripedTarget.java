package io.dmio.target;

import io.dmio.block.Bio;
import java.util.List;

/**
 * {@code striped}: chunk {@code c} of the device is chunk {@code c / n} of leg {@code c mod n}.
 *
 * @param legs where each stripe begins; {@link Below#begin} of all is the target's first sector
 * @param chunk sectors of a chunk
 */
public record StripedTarget(List<Below> legs, long chunk) implements Target {

  /** Copies the list. */
  public StripedTarget {
    legs = List.copyOf(legs);
  }

  @Override
  public String kind() {
    return "striped";
  }

  @Override
  public boolean hasWriteCache() {
    return legs.stream().anyMatch(leg -> leg.device().hasWriteCache());
  }

  @Override
  public long reach(long sector) {
    return chunk - (sector - legs.get(0).begin()) % chunk;
  }

  @Override
  public void map(Bio piece) {
    long within = piece.sector() - legs.get(0).begin();
    long number = within / chunk;
    Below leg = legs.get((int) (number % legs.size()));
    piece.remap(leg.offset() + number / legs.size() * chunk + within % chunk);
    Below.passAt(piece, leg.device());
  }
}
