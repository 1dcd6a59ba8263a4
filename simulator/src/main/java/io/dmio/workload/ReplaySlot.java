package io.dmio.workload;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.sim.EventHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A call that a replay has under way, one after the other. */
final class ReplaySlot extends CallTracker implements EventHandler {

  private final ReplayTask replay;
  private CallBuffer buffer;

  ReplaySlot(ReplayTask replay) {
    super(replay.task());
    this.replay = replay;
    this.buffer = CallBuffer.none(context().world().memory());
  }

  /** Makes the call of a request. */
  void make(int index) {
    ReplayRequests requests = replay.spec().requests();
    int sectors = requests.sectors(index);
    RequestOp op = requests.op(index);
    assert sectors >= 0 : "request " + index + " has " + sectors + " sectors";
    boolean moves = op.hasData() && sectors > 0;
    buffer = moves ? allocate(sectors) : CallBuffer.none(context().world().memory());
    IoRequest request =
        new IoRequest(
            replay.nextCall(),
            op,
            false,
            sectors == 0 ? RequestFlag.PREFLUSH.bit() : 0,
            0,
            buffer.layout(),
            regions(requests, index),
            replay.spec().client());
    announce(request);
    if (moves) {
      context().content().stamp(buffer.layout(), sectors, request.call());
    }
    if (op != RequestOp.READ && sectors > 0 && replay.keepsWrites()) {
      context().data().written(name(), request, content(op, request.call(), sectors));
    }
    submit();
  }

  @Override
  public void handle(long argument) {
    replay.idle(this);
  }

  @Override
  void onReturned() {
    replay.returned();
  }

  @Override
  void onNotified() {
    // The call's end is what counts.
  }

  @Override
  void onEnded() {
    buffer.free();
    if (replay.isNamed()) {
      context().world().moments().reach(name());
    }
    context().after(0, this);
  }

  private CallBuffer allocate(int sectors) {
    return CallBuffer.allocate(context().world().memory(), replay.spec().memory(), sectors);
  }

  /** What sectors hold after a write or discard; that leaves zeroes. */
  private static long[] content(RequestOp op, int call, int sectors) {
    if (op == RequestOp.WRITE) {
      return BufferContent.stamps(call, sectors);
    }
    long[] zeroes = new long[sectors];
    Arrays.fill(zeroes, Tags.ZERO);
    return zeroes;
  }

  private List<IoRegion> regions(ReplayRequests requests, int index) {
    List<Integer> devices = requests.devices(index);
    if (requests.op(index) == RequestOp.READ || devices.size() == 1) {
      return List.of(region(requests, index, devices.get(0)));
    }
    List<IoRegion> regions = new ArrayList<>(devices.size());
    for (int device : devices) {
      regions.add(region(requests, index, device));
    }
    return regions;
  }

  private IoRegion region(ReplayRequests requests, int index, int device) {
    return new IoRegion(context().device(device), requests.sector(index), requests.sectors(index));
  }
}
