package io.dmio.testbed;

import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.sim.Digest;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The two digests of a run. */
final class Digests {

  private Digests() {}

  /** Every event in order, the names, then the name and the draws of every stream, by name. */
  static long fingerprint(WorldSpec spec, Simulation simulation) {
    Digest digest = new Digest();
    digest.fold(simulation.log().digest(), simulation.log().count());
    SpecNames.fold(digest, spec);
    TreeMap<String, Long> draws = new TreeMap<>();
    for (RandomStream stream : simulation.choices().streams()) {
      draws.put(stream.name(), stream.draws());
    }
    for (Map.Entry<String, Long> stream : draws.entrySet()) {
      digest.fold(stream.getKey());
      digest.fold(stream.getValue());
    }
    return digest.value();
  }

  /** Folds the sectors of a disk that are not as they were in the beginning. */
  static void foldContents(
      Digest digest, int device, SectorStore medium, SectorContent initial, Tags tags) {
    digest.fold(device);
    byte[] bytes = new byte[Sectors.SIZE];
    medium.forEachChunk(
        (first, now) -> {
          long[] before = initial.tags(first, now.length);
          for (int i = 0; i < now.length; i++) {
            if (now[i] != before[i]) {
              digest.fold(
                  first + i, Tags.isLiteral(now[i]) ? digestOf(now[i], tags, bytes) : now[i]);
            }
          }
        });
  }

  /** The number of a literal depends on who asked for it first, so its bytes are folded. */
  private static long digestOf(long tag, Tags tags, byte[] bytes) {
    tags.expand(tag, bytes, 0);
    Digest digest = new Digest();
    ByteBuffer words = ByteBuffer.wrap(bytes);
    while (words.hasRemaining()) {
      digest.fold(words.getLong());
    }
    return digest.value();
  }
}
