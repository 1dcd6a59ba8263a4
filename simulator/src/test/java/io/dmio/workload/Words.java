package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.C;

import java.util.List;
import java.util.stream.IntStream;

/** A load in fio's words: by default 100 random 4 KiB writes to one of three devices. */
final class Words {

  private LoadSpec.Pattern pattern = LoadSpec.Pattern.RANDWRITE;
  private int readPercent = 50;
  private Quantity block = Quantity.of(8);
  private int depth = 1;
  private long calls = 100;
  private long runtime = Long.MAX_VALUE;
  private long offset;
  private long size = 8192;
  private List<Integer> devices = List.of(A, B, C);
  private Quantity copies = Quantity.of(1);
  private long think;
  private boolean sync;
  private MemorySpec memory = MemorySpec.DEFAULT;
  private boolean verify;
  private boolean stopOnError;
  private long fsync;

  Words pattern(LoadSpec.Pattern value) {
    pattern = value;
    return this;
  }

  Words readPercent(int value) {
    readPercent = value;
    return this;
  }

  Words block(long low, long high) {
    block = new Quantity(low, high);
    return this;
  }

  Words depth(int value) {
    depth = value;
    return this;
  }

  Words calls(long value) {
    calls = value;
    return this;
  }

  Words runtime(long nanos) {
    runtime = nanos;
    return this;
  }

  Words range(long first, long sectors) {
    offset = first;
    size = sectors;
    return this;
  }

  Words devices(int... numbers) {
    devices = IntStream.of(numbers).boxed().toList();
    return this;
  }

  Words copies(long low, long high) {
    copies = new Quantity(low, high);
    return this;
  }

  Words think(long nanos) {
    think = nanos;
    return this;
  }

  Words sync() {
    sync = true;
    return this;
  }

  Words memory(MemorySpec value) {
    memory = value;
    return this;
  }

  Words verify() {
    verify = true;
    return this;
  }

  Words stopOnError() {
    stopOnError = true;
    return this;
  }

  Words fsync(long writes) {
    fsync = writes;
    return this;
  }

  LoadSpec spec() {
    return new LoadSpec(
        new LoadSpec.Shape(pattern, readPercent, block, copies),
        new LoadSpec.Area(devices, offset, size),
        new LoadSpec.Pace(depth, calls, runtime, think, stopOnError),
        new LoadSpec.Calls(sync, memory, 0),
        fsync,
        verify,
        "t/load");
  }
}
