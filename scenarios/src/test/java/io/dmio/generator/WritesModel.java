package io.dmio.generator;

import io.dmio.block.RequestOp;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What writes carry: each region of a call the same data from its begin on, which is the pattern
 * that its step names, or data of its own, unlike that of every other sector and call.
 */
final class WritesModel {

  private final ModelWorld world;
  private final Tally tally;

  /** Where a region of a call begins, by both their numbers. */
  private final Map<Long, Long> begins = new HashMap<>();

  /** Whose data this is: call and sector of its buffer. */
  private final Map<ByteBuffer, Long> owners = new HashMap<>();

  WritesModel(ModelWorld world, Tally tally) {
    this.world = world;
    this.tally = tally;
  }

  /** A bio of a region goes to its device; those of a region go in order. */
  void begin(Carried bio, int region) {
    long place = (long) bio.call << Integer.SIZE | region;
    bio.offset = bio.first - begins.computeIfAbsent(place, first -> bio.first);
  }

  /** A bio has ended. */
  void end(Carried bio, String call) {
    if (bio.op != RequestOp.WRITE) {
      return;
    }
    tally.sectorsWritten += bio.sectors();
    Map<?, ?> step = world.step(call);
    Map<?, ?> data = ModelWorld.map(step.get("data"));
    if (step.isEmpty() || data.containsKey("read") || Overlaps.in(step)) {
      return;
    }
    for (int i = 0; i < bio.sectors(); i++) {
      if (data.get("pattern") instanceof Integer pattern) {
        judgePattern(bio, i, pattern, call);
      } else {
        judgeOwn(bio, i, call);
      }
    }
    tally.sectorsWrittenJudged += bio.sectors();
  }

  private static void judgePattern(Carried bio, int index, int pattern, String call) {
    if (!Arrays.equals(Pattern.sector(pattern, bio.offset + index), bio.sector(index))) {
      throw new Difference(
          call + " wrote other bytes than pattern " + pattern + " into " + (bio.first + index));
    }
  }

  private void judgeOwn(Carried bio, int index, String call) {
    long owner = (long) bio.call << Integer.SIZE | bio.offset + index;
    Long known = owners.putIfAbsent(ByteBuffer.wrap(bio.sector(index)), owner);
    if (known != null && known != owner) {
      throw new Difference(
          call
              + " wrote into "
              + (bio.first + index)
              + " what is sector "
              + known.intValue()
              + " of call "
              + (known >>> Integer.SIZE));
    }
  }
}
