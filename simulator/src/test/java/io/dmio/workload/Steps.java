package io.dmio.workload;

import io.dmio.block.RequestOp;
import java.util.List;

/** Steps for tests, as short as in a scenario. */
final class Steps {

  static final int A = 0;
  static final int B = 1;
  static final int C = 2;

  private Steps() {}

  static RegionSpec at(int device, long sector, long count) {
    return new RegionSpec(device, sector, count);
  }

  static Step.Call call(String id, RequestOp op, boolean sync, RegionSpec... regions) {
    return new Step.Call(
        id,
        op,
        List.of(regions),
        Step.Manner.of(sync),
        Step.Buffer.DEFAULT,
        CallExpectation.NONE,
        List.of());
  }

  static Step.Call write(String id, RegionSpec... regions) {
    return call(id, RequestOp.WRITE, true, regions);
  }

  static Step.Call asyncWrite(String id, RegionSpec... regions) {
    return call(id, RequestOp.WRITE, false, regions);
  }

  static Step.Call read(String id, RegionSpec... regions) {
    return call(id, RequestOp.READ, true, regions);
  }

  static Step.Call then(Step.Call call, Step... steps) {
    return new Step.Call(
        call.id(),
        call.op(),
        call.regions(),
        call.manner(),
        call.buffer(),
        call.expect(),
        List.of(steps));
  }

  static Step.Call with(Step.Call call, MemorySpec memory) {
    return new Step.Call(
        call.id(),
        call.op(),
        call.regions(),
        call.manner(),
        new Step.Buffer(memory, call.buffer().data()),
        call.expect(),
        call.then());
  }

  static Step.Call with(Step.Call call, DataSpec data) {
    return new Step.Call(
        call.id(),
        call.op(),
        call.regions(),
        call.manner(),
        new Step.Buffer(call.buffer().memory(), data),
        call.expect(),
        call.then());
  }

  static Step.Wait waitFor(String name) {
    return new Step.Wait(name);
  }

  static Step.Wait waitForAll() {
    return new Step.Wait(null);
  }

  static Step.Mark mark(String name) {
    return new Step.Mark(name);
  }

  static Step.Sleep sleep(long nanos) {
    return new Step.Sleep(Quantity.of(nanos));
  }

  static Step.Repeat repeat(long times, Step... steps) {
    return new Step.Repeat(Quantity.of(times), List.of(steps));
  }

  static Step.Verify verify(String id, RegionSpec region, String... holds) {
    return new Step.Verify(id, region, List.of(holds));
  }
}
