package io.dmio.workload;

import io.dmio.block.BioVec;
import io.dmio.block.Memory;
import io.dmio.block.Sectors;
import io.dmio.engine.IoMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memory of a call, in the layout that its step asks for; it is given back by {@link #free}.
 */
final class CallBuffer {

  private static final IoMemory NO_MEMORY = new IoMemory.None();

  private final Memory memory;
  private final List<Run> runs = new ArrayList<>();
  private final IoMemory layout;

  private CallBuffer(Memory memory) {
    this.memory = memory;
    this.layout = NO_MEMORY;
  }

  private CallBuffer(Memory memory, MemorySpec spec, long bytes) {
    this.memory = memory;
    this.layout = lay(spec, bytes);
    assert !runs.isEmpty() : "a buffer of " + bytes + " bytes has no pages";
  }

  /** For operations without data. */
  static CallBuffer none(Memory memory) {
    return new CallBuffer(memory);
  }

  /** Allocates a buffer of at least {@code sectors} sectors, and at least one page. */
  static CallBuffer allocate(Memory memory, MemorySpec spec, long sectors) {
    return new CallBuffer(memory, spec, Math.max(1, Sectors.toBytes(sectors)));
  }

  /** As dm-io sees it. */
  IoMemory layout() {
    return layout;
  }

  /** Gives the pages back. */
  void free() {
    for (Run run : runs) {
      memory.free(run.address, run.pages);
    }
    runs.clear();
  }

  /** The first pieces of a layout, as many as {@code bytes} bytes need. */
  static IoMemory prefix(IoMemory layout, long bytes) {
    int pieces = 0;
    for (long have = -layout.skipped(); have < bytes; pieces++) {
      assert pieces < layout.pieces() : "a buffer of " + have + " bytes, " + bytes + " are needed";
      have += layout.length(pieces);
    }
    if (layout instanceof IoMemory.PageList list) {
      return new IoMemory.PageList(firstOf(list.pages(), pieces), list.offset());
    }
    if (layout instanceof IoMemory.VirtualBuffer buffer) {
      return new IoMemory.VirtualBuffer(firstOf(buffer.pages(), pieces), buffer.offset());
    }
    if (layout instanceof IoMemory.Vectors vectors) {
      return new IoMemory.Vectors(vectors.vectors().subList(0, pieces), vectors.advance());
    }
    return layout;
  }

  private static long[] firstOf(long[] pages, int count) {
    return Arrays.copyOf(pages, count);
  }

  private IoMemory lay(MemorySpec spec, long bytes) {
    if (spec instanceof MemorySpec.Pages pages) {
      return new IoMemory.PageList(
          scattered(pages.pageOffset() + bytes, pages.run()), pages.pageOffset());
    }
    if (spec instanceof MemorySpec.Vm vm) {
      return new IoMemory.VirtualBuffer(
          scattered(vm.pageOffset() + bytes, vm.run()), vm.pageOffset());
    }
    if (spec instanceof MemorySpec.Bvec bvec) {
      return vectors(bvec, bytes);
    }
    int offset = ((MemorySpec.Kmem) spec).pageOffset();
    int pages = pagesOf(offset + bytes);
    return new IoMemory.KernelMemory(
        contiguous(pages) + offset, Math.multiplyExact(pages, Sectors.PAGE_SIZE) - offset);
  }

  private long[] scattered(long bytes, int run) {
    long[] addresses = new long[pagesOf(bytes)];
    assert run > 0 : "runs of " + run + " pages";
    for (int first = 0; first < addresses.length; first += run) {
      int length = Math.min(run, addresses.length - first);
      long address = contiguous(length);
      for (int i = 0; i < length; i++) {
        addresses[first + i] = address + (long) i * Sectors.PAGE_SIZE;
      }
    }
    return addresses;
  }

  /** The vectors of the scenario, then whole pages for what they have no room for. */
  private IoMemory vectors(MemorySpec.Bvec spec, long bytes) {
    Map<Integer, Long> blocks = blocks(spec.vectors());
    List<BioVec> vectors = new ArrayList<>();
    int advance = spec.advance();
    long have = 0;
    for (MemorySpec.Vec vec : spec.vectors()) {
      if (vectors.isEmpty() && advance >= vec.length()) {
        advance -= vec.length();
        continue;
      }
      vectors.add(new BioVec(blocks.getOrDefault(vec.page(), 0L) + vec.offset(), vec.length()));
      have += vec.length();
    }
    for (; have < advance + bytes; have += Sectors.PAGE_SIZE) {
      vectors.add(whole(1));
    }
    return new IoMemory.Vectors(vectors, advance);
  }

  private Map<Integer, Long> blocks(List<MemorySpec.Vec> vectors) {
    Map<Integer, Long> ends = new TreeMap<>();
    for (MemorySpec.Vec vec : vectors) {
      ends.merge(vec.page(), (long) vec.offset() + vec.length(), Math::max);
    }
    Map<Integer, Long> addresses = new TreeMap<>();
    ends.forEach((page, end) -> addresses.put(page, contiguous(pagesOf(Math.max(1, end)))));
    return addresses;
  }

  private BioVec whole(int pages) {
    return new BioVec(contiguous(pages), Math.multiplyExact(pages, Sectors.PAGE_SIZE));
  }

  private long contiguous(int pages) {
    assert pages > 0 : "a run of " + pages + " pages";
    long address = memory.allocate(pages);
    runs.add(new Run(address, pages));
    return address;
  }

  private static int pagesOf(long bytes) {
    return Math.toIntExact(Sectors.divideRoundingUp(bytes, Sectors.PAGE_SIZE));
  }

  private record Run(long address, int pages) {}
}
