package io.dmio.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether pieces of memory overlap, so that one sector overwrites another. */
final class Overlaps {

  private Overlaps() {}

  private record Piece(long block, long first, long end) {

    boolean meets(Piece other) {
      return block == other.block && first < other.end && other.first < end;
    }
  }

  /** Whether those of a bio do. */
  static boolean in(Carried bio) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < bio.addresses.length; i++) {
      pieces.add(new Piece(0, bio.addresses[i], bio.addresses[i] + bio.lengths[i]));
    }
    return meet(pieces);
  }

  /** Whether those do that a step or load asks for. */
  static boolean in(Map<?, ?> step) {
    Map<?, ?> call = step.get("load") instanceof Map<?, ?> load ? load : step;
    Object vectors = ModelWorld.map(call.get("memory")).get("bvec");
    List<Piece> pieces = new ArrayList<>();
    for (Object vector : vectors instanceof List<?> list ? list : List.of()) {
      List<?> words = (List<?>) vector;
      long first = ModelWorld.bytes(words.get(1));
      long block = ((Number) words.get(0)).longValue();
      pieces.add(new Piece(block, first, first + ModelWorld.bytes(words.get(2))));
    }
    return meet(pieces);
  }

  private static boolean meet(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      for (Piece other : pieces.subList(0, i)) {
        if (other.meets(pieces.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
