package io.dmio.scenario.step;

import io.dmio.block.Bio;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.MemorySpec;
import java.util.List;

/** What no single bio can be: nobody splits a bio that goes past dm-io. */
final class BioLimits {

  private final Mistakes mistakes;

  BioLimits(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Says what is wrong with a bio of a step. */
  void check(ParsedObject step, Located<PlaceText> place, RequestOp op, MemorySpec memory) {
    long sectors = place.value().count();
    if (sectors == 0 && !CallCompiler.hasFlag(step, RequestFlag.PREFLUSH)) {
      mistakes.report(place.at(), "a bio of 0 sectors does nothing", "add flags: [preflush]");
    }
    if (op.hasData()) {
      checkVectors(place.at(), vectors(memory, Sectors.toBytes(sectors)));
    } else {
      checkDataless(step, op);
    }
  }

  private void checkVectors(Position at, long vectors) {
    if (vectors > Bio.MAX_VECS) {
      mistakes.report(
          at,
          "a bio has at most " + Bio.MAX_VECS + " vectors, and this one needs " + vectors,
          "make it smaller, or let pages be contiguous: memory: { page-list: { run: 16 } }");
    }
  }

  private void checkDataless(ParsedObject step, RequestOp op) {
    for (Key<?> key : List.of(CallKeys.MEMORY, CallKeys.DATA)) {
      if (step.has(key)) {
        String word = op == RequestOp.DISCARD ? "discard" : "write-zeroes";
        mistakes.report(
            step.keyAt(key), "'" + key.name() + "' means nothing with op: " + word, "remove it");
      }
    }
  }

  /** The vectors that a buffer needs, at most. */
  private static long vectors(MemorySpec memory, long bytes) {
    if (memory instanceof MemorySpec.Pages pages) {
      return runs(pages.pageOffset() + bytes, pages.run());
    }
    if (memory instanceof MemorySpec.Vm vm) {
      return runs(vm.pageOffset() + bytes, vm.run());
    }
    return memory instanceof MemorySpec.Bvec bvec ? vectors(bvec, bytes) : 1;
  }

  private static long runs(long bytes, int run) {
    return Sectors.divideRoundingUp(Sectors.divideRoundingUp(bytes, Sectors.PAGE_SIZE), run);
  }

  private static long vectors(MemorySpec.Bvec bvec, long bytes) {
    long left = bytes + bvec.advance();
    long vectors = 0;
    for (MemorySpec.Vec vec : bvec.vectors()) {
      vectors += left > 0 ? 1 : 0;
      left -= vec.length();
    }
    return vectors + (left > 0 ? runs(left, 1) : 0);
  }
}
