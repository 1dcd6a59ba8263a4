package io.dmio.workload;

import io.dmio.block.RequestOp;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.ArrayList;
import java.util.List;

/** Reads a region and compares every sector with what the named writes wrote. */
final class VerifyStep extends CallTracker implements StepRun {

  private static final String INITIAL = "initial";

  private final StepOwner owner;
  private final Step.Verify step;
  private final String name;
  private final List<String> holds = new ArrayList<>();
  private final int number;
  private final CallBuffer buffer;
  private final int sectors;

  VerifyStep(StepOwner owner, Step.Verify step, int number) {
    super(owner.task());
    this.owner = owner;
    this.step = step;
    this.number = number;
    this.name = owner.names().name(step.id());
    this.sectors = Math.toIntExact(step.region().count());
    this.buffer = CallBuffer.allocate(context().world().memory(), MemorySpec.DEFAULT, sectors);
    step.holds().forEach(hold -> holds.add(owner.names().resolve(hold)));
  }

  @Override
  public void begin() {
    RegionSpec region = step.region();
    IoRegion where =
        new IoRegion(context().device(region.device()), region.sector(), region.count());
    IoRequest request = IoRequest.of(number, RequestOp.READ, true, buffer.layout(), List.of(where));
    announce(request);
    context().content().stamp(buffer.layout(), sectors, number);
    submit();
  }

  @Override
  public String waitsFor() {
    return name + " to return";
  }

  @Override
  void onReturned() {
    owner.stepEnded();
  }

  @Override
  void onNotified() {
    // A synchronous call is not notified; a check tells if it is.
  }

  @Override
  void onEnded() {
    if (failed()) {
      complainOfRead();
    } else {
      compare(context().content().read(buffer.layout(), sectors));
    }
    if (!wasInterrupted()) {
      buffer.free();
    }
    context().reached(step.id(), name);
  }

  private void compare(long[] content) {
    int device = step.region().device();
    Mismatches differences = new Mismatches(task(), name, number, device);
    SectorWords words = new SectorWords(context());
    String expected = String.join(" or ", holds);
    context().world().listener().verified(sectors);
    for (int i = 0; i < sectors; i++) {
      long sector = step.region().sector() + i;
      if (!isHeld(device, sector, content[i])) {
        differences.add(sector, expected, words.of(device, sector, content[i], number));
      }
    }
    differences.tell();
  }

  private boolean isHeld(int device, long sector, long tag) {
    for (String hold : holds) {
      boolean held =
          hold.equals(INITIAL)
              ? tag == context().world().contents().get(device).tag(sector)
              : context().data().puts(hold, device, sector, tag);
      if (held) {
        return true;
      }
    }
    return false;
  }

  private void complainOfRead() {
    RegionSpec region = step.region();
    String message =
        context().device(region.device()).name()
            + "@"
            + region.sector()
            + "+"
            + region.count()
            + " could not be read: "
            + result().errno();
    context()
        .complain(
            new Complaint(
                task().id(),
                name,
                number,
                region,
                new Complaint.Found(String.join(" or ", holds), ""),
                message));
  }
}
