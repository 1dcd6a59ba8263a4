package io.dmio.scenario.step;

import io.dmio.block.Sectors;
import io.dmio.engine.Capability;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.MemorySpec.Vec;
import java.util.ArrayList;
import java.util.List;

/** Makes the layout of a buffer of what is written. */
final class MemoryCompiler {

  private static final long MOST_BYTES = Sectors.toBytes(Bounds.REGION_SECTORS);
  private static final MemorySpec BVEC = new MemorySpec.Bvec(List.of(), 0);
  private static final MemorySpec VM = new MemorySpec.Vm(0, 1);

  private final Mistakes mistakes;
  private final DialectTerms terms;

  MemoryCompiler(Mistakes mistakes, DialectTerms terms) {
    this.mistakes = mistakes;
    this.terms = terms;
  }

  /**
   * The layout of a call's or load's memory.
   *
   * @param sectors how many it must hold at least
   */
  MemorySpec compile(ParsedObject step, long sectors) {
    MemoryText text = step.get(CallKeys.MEMORY);
    if (text == null) {
      return MemorySpec.DEFAULT;
    }
    ParsedObject layout = text.layout();
    boolean kernel = layout == null ? text.word().equals("kmem") : layout.has(CallKeys.KMEM);
    if (kernel && !terms.demand(Capability.KERNEL_MEMORY, step.at(CallKeys.MEMORY), "kmem is")) {
      return MemorySpec.DEFAULT;
    }
    if (layout == null) {
      return switch (text.word()) {
        case "bvec" -> BVEC;
        case "vm" -> VM;
        case "kmem" -> new MemorySpec.Kmem(0);
        default -> MemorySpec.DEFAULT;
      };
    }
    if (layout.verb() == CallKeys.BVEC) {
      return vectors(layout, sectors);
    }
    ParsedObject pages = layout.get(CallKeys.PAGE_LIST);
    ParsedObject virtual = layout.get(CallKeys.VM);
    ParsedObject own = layout.get(CallKeys.KMEM);
    if (pages != null) {
      return new MemorySpec.Pages(pageOffset(pages), run(pages));
    }
    if (own != null) {
      return new MemorySpec.Kmem(pageOffset(own));
    }
    return virtual == null ? VM : new MemorySpec.Vm(pageOffset(virtual), run(virtual));
  }

  private int pageOffset(ParsedObject fields) {
    return offset(
        "'page-offset'", fields.get(CallKeys.PAGE_OFFSET, 0L), fields.at(CallKeys.PAGE_OFFSET));
  }

  private int offset(String what, long bytes, Position at) {
    if (bytes >= Sectors.PAGE_SIZE) {
      mistakes.report(at, "an offset must be within its page: below 4KiB", null);
      return 0;
    }
    return isWhole(what, bytes, at) ? (int) bytes : 0;
  }

  /** A sector of a device is whole in memory, wherever it lies: pieces of sectors have no name. */
  private boolean isWhole(String what, long bytes, Position at) {
    boolean whole = bytes % Sectors.SIZE == 0;
    if (!whole) {
      mistakes.report(
          at,
          what + " must be whole sectors, a multiple of 512B: " + bytes + "B",
          "write " + (bytes < Sectors.SIZE ? "0B or 512B" : nearest(bytes)));
    }
    return whole;
  }

  private static String nearest(long bytes) {
    long below = bytes - bytes % Sectors.SIZE;
    return Units.BYTES.write(below) + " or " + Units.BYTES.write(below + Sectors.SIZE);
  }

  private static int run(ParsedObject fields) {
    return Math.toIntExact(fields.get(CallKeys.RUN, 1L));
  }

  private MemorySpec vectors(ParsedObject layout, long sectors) {
    List<Vec> vectors = new ArrayList<>();
    long total = 0;
    for (Located<List<Long>> vector : layout.get(CallKeys.BVEC, List.of())) {
      Vec vec = vector(vector);
      total += vec.length();
      vectors.add(vec);
    }
    if (total > MOST_BYTES) {
      mistakes.report(
          layout.at(CallKeys.BVEC),
          "the vectors hold " + total + " bytes: more than the largest region, which has 1GiB",
          "leave some out");
      return BVEC;
    }
    long advance = layout.get(CallKeys.ADVANCE, 0L);
    if (!isWhole("'advance'", advance, layout.at(CallKeys.ADVANCE))) {
      return BVEC;
    }
    if (advance >= total && total > 0) {
      mistakes.report(layout.at(CallKeys.ADVANCE), "'advance' leaves nothing of the vectors", null);
      return BVEC;
    }
    if (total > 0 && total - advance < Sectors.toBytes(sectors)) {
      mistakes.report(
          layout.at(CallKeys.BVEC),
          "the vectors hold "
              + (total - advance)
              + " bytes, the call needs "
              + Sectors.toBytes(sectors),
          "add vectors or make them longer");
    }
    return new MemorySpec.Bvec(vectors, (int) advance);
  }

  private Vec vector(Located<List<Long>> written) {
    List<Long> numbers = written.value();
    int offset = offset("the offset of a vector", numbers.get(1), written.at());
    long length = numbers.get(2);
    if (length < 1 || length > MOST_BYTES) {
      mistakes.report(written.at(), "the length of a vector must be from 512B to 1GiB", null);
      length = Sectors.SIZE;
    } else if (!isWhole("the length of a vector", length, written.at())) {
      length = Sectors.SIZE;
    }
    return new Vec(Math.toIntExact(numbers.get(0)), offset, (int) length);
  }
}
