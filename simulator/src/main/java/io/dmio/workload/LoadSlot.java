package io.dmio.workload;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRegions;
import io.dmio.engine.IoRequest;
import io.dmio.sim.EventHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the calls that a load may have under way; its buffer is used again and again. */
final class LoadSlot extends CallTracker implements EventHandler {

  private final LoadTask load;
  private final @Nullable WrittenTags written;
  private final int mostSectors;
  private final @Nullable IoMemory[] layouts;
  private CallBuffer buffer;

  LoadSlot(LoadTask load, int mostSectors) {
    super(load.task());
    this.load = load;
    this.written = load.written();
    this.mostSectors = mostSectors;
    this.buffer = allocate();
    this.layouts = new IoMemory[load.draws().sizes()];
  }

  /**
   * Draws and makes a call.
   *
   * @return whether it is a write
   */
  boolean make() {
    LoadDraws draws = load.draws();
    draws.next();
    assert draws.sectors() <= mostSectors : draws.sectors() + " sectors, room for " + mostSectors;
    IoMemory layout = layout(draws);
    RequestOp op = draws.isRead() ? RequestOp.READ : RequestOp.WRITE;
    IoRequest request = request(op, 0, layout, draws.regions());
    announce(request);
    context().content().stamp(layout, draws.sectors(), request.call());
    if (op == RequestOp.WRITE) {
      keepWritten(request, draws.sectors());
    }
    submit();
    return op == RequestOp.WRITE;
  }

  /** Flushes all devices of the load in one call. */
  void flush() {
    List<IoRegion> regions = new ArrayList<>();
    for (int device : load.spec().area().devices()) {
      regions.add(new IoRegion(context().device(device), 0, 0));
    }
    int flags = RequestFlag.PREFLUSH.bit();
    announce(request(RequestOp.WRITE, flags, new IoMemory.None(), IoRegions.copyOf(regions)));
    submit();
  }

  /** Gives the buffer back. */
  void free() {
    buffer.free();
  }

  @Override
  public void handle(long argument) {
    load.idle(this);
  }

  @Override
  void onReturned() {
    load.returned();
  }

  @Override
  void onNotified() {
    // The call's end is what counts.
  }

  @Override
  void onEnded() {
    if (written != null && request().op() == RequestOp.WRITE) {
      written.end(request(), result(), bits());
    }
    if (wasInterrupted()) {
      buffer = allocate();
      Arrays.fill(layouts, null);
    }
    load.ended(failed());
    if (load.isNamed()) {
      context().world().moments().reach(name());
    }
    context().after(load.spec().pace().thinkNanos(), this);
  }

  private CallBuffer allocate() {
    return CallBuffer.allocate(
        context().world().memory(), load.spec().calls().memory(), mostSectors);
  }

  private IoRequest request(RequestOp op, int flags, IoMemory layout, IoRegions regions) {
    LoadSpec spec = load.spec();
    return new IoRequest(
        load.nextCall(), op, spec.calls().sync(), flags, 0, layout, regions, spec.calls().client());
  }

  private void keepWritten(IoRequest request, int sectors) {
    if (written != null) {
      written.begin(request);
    }
    if (load.keepsWrites()) {
      long[] content = BufferContent.stamps(request.call(), sectors);
      context().data().written(name(), request, content);
    }
  }

  private IoMemory layout(LoadDraws draws) {
    IoMemory layout = layouts[draws.size()];
    if (layout == null) {
      layout = CallBuffer.prefix(buffer.layout(), (long) draws.sectors() * Sectors.SIZE);
      layouts[draws.size()] = layout;
    }
    return layout;
  }
}
