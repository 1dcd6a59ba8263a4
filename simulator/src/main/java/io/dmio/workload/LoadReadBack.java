package io.dmio.workload;

import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.sim.EventHandler;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads back what a load wrote, call by call, and compares it; a read that fails says nothing. */
final class LoadReadBack extends CallTracker implements EventHandler {

  private final LoadTask load;
  private final WrittenTags written;
  private final int most;
  private CallBuffer buffer;
  private final Iterator<RegionSpec> ranges;
  private @Nullable RegionSpec range;

  LoadReadBack(LoadTask load, WrittenTags written) {
    super(load.task());
    this.most = load.draws().mostSectors();
    this.load = load;
    this.written = written;
    this.buffer = allocate();
    this.ranges = written.known(most).iterator();
  }

  void begin() {
    if (!ranges.hasNext()) {
      buffer.free();
      load.finish();
      return;
    }
    RegionSpec next = ranges.next();
    assert next.count() > 0 && next.count() <= most : next.count() + " sectors are read at once";
    range = next;
    int number = load.nextCall();
    int sectors = Math.toIntExact(next.count());
    IoMemory layout = buffer.layout();
    IoRegion region = new IoRegion(context().device(next.device()), next.sector(), next.count());
    LoadSpec spec = load.spec();
    IoRequest request =
        new IoRequest(
            number,
            RequestOp.READ,
            spec.calls().sync(),
            0,
            0,
            layout,
            List.of(region),
            spec.calls().client());
    announce(request);
    context().content().stamp(layout, sectors, number);
    submit();
  }

  @Override
  public void handle(long argument) {
    begin();
  }

  @Override
  void onReturned() {
    // The call's end is what counts.
  }

  @Override
  void onNotified() {
    // The call's end is what counts.
  }

  @Override
  void onEnded() {
    RegionSpec read = range;
    if (!failed() && read != null) {
      compare(read, context().content().read(buffer.layout(), (int) read.count()));
    }
    if (wasInterrupted()) {
      buffer = allocate();
    }
    context().after(0, this);
  }

  private CallBuffer allocate() {
    return CallBuffer.allocate(context().world().memory(), load.spec().calls().memory(), most);
  }

  private void compare(RegionSpec read, long[] content) {
    int device = read.device();
    int call = request().call();
    Mismatches differences = new Mismatches(task(), load.name(), call, device);
    SectorWords words = new SectorWords(context());
    context().world().listener().readBack(content.length);
    for (int i = 0; i < content.length; i++) {
      long sector = read.sector() + i;
      assert written.isKnown(device, sector) : "nothing is known of sector " + sector;
      long tag = written.tag(device, sector);
      if (tag != content[i]) {
        String should = context().world().calls().name((int) Tags.writeOf(tag));
        differences.add(sector, should, words.of(device, sector, content[i], call));
      }
    }
    differences.tell();
  }
}
