package io.dmio.workload;

import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes one call of dm-io; the step ends when the call has returned. */
final class CallStep extends CallTracker implements StepRun {

  private final StepOwner owner;
  private final Step.Call step;
  private final RoundNames names;
  private final String path;
  private final int number;
  private final CallBuffer buffer;
  private final int sectors;
  private boolean thenPending;

  CallStep(StepOwner owner, Step.Call step, int number) {
    super(owner.task());
    this.owner = owner;
    this.step = step;
    this.names = owner.names();
    this.path = owner.stepPath();
    this.number = number;
    this.sectors = step.op().hasData() ? longestRegion(step) : 0;
    this.buffer =
        step.op().hasData()
            ? CallBuffer.allocate(context().world().memory(), step.buffer().memory(), sectors)
            : CallBuffer.none(context().world().memory());
  }

  @Override
  public void begin() {
    IoRequest request = makeRequest();
    if (!step.then().isEmpty()) {
      thenPending = true;
      task().expectThen();
    }
    announce(request);
    if (step.op().hasData()) {
      fill(request);
    } else if (context().data().keepsWrite(step.id())) {
      int count = longestRegion(step);
      context().data().written(names.name(step.id()), request, zeroes(count));
    }
    submit();
  }

  @Override
  public String waitsFor() {
    return names.name(step.id()) + " to return";
  }

  @Override
  boolean isPlain() {
    return step.manner().plain();
  }

  @Override
  CallExpectation expect() {
    return step.expect();
  }

  @Override
  void onReturned() {
    if (step.manner().sync()) {
      runThen();
    }
    owner.stepEnded();
  }

  @Override
  void onNotified() {
    runThen();
  }

  @Override
  void onEnded() {
    String name = name();
    if (step.op() == RequestOp.READ && context().data().keepsRead(step.id())) {
      context().data().read(name, context().content().read(buffer.layout(), sectors));
    }
    if (!wasInterrupted()) {
      buffer.free();
    }
    if (thenPending && !step.manner().sync() && !wasNotified()) {
      thenPending = false;
      task().missThen();
    }
    context().reached(step.id(), name);
  }

  private void runThen() {
    assert hasReturned() || wasNotified() : name() + " runs its then before it ends";
    if (thenPending) {
      thenPending = false;
      task().runThen(step.then(), names, path);
    }
  }

  private IoRequest makeRequest() {
    List<IoRegion> regions = new ArrayList<>(step.regions().size());
    for (RegionSpec region : step.regions()) {
      regions.add(new IoRegion(context().device(region.device()), region.sector(), region.count()));
    }
    return new IoRequest(
        number,
        step.op(),
        step.manner().sync(),
        step.manner().flags(),
        step.manner().ioPriority(),
        buffer.layout(),
        List.copyOf(regions),
        step.manner().client());
  }

  /** A read's buffer gets data of its own too, so that one can see what was not read. */
  private void fill(IoRequest request) {
    long[] content = content();
    context().content().fill(buffer.layout(), content);
    if (step.op() == RequestOp.WRITE && context().data().keepsWrite(step.id())) {
      context().data().written(names.name(step.id()), request, content);
    }
  }

  /** What sectors hold after a discard or write-zeroes. */
  private static long[] zeroes(int count) {
    long[] zeroes = new long[count];
    Arrays.fill(zeroes, Tags.ZERO);
    return zeroes;
  }

  private long[] content() {
    long[] content = BufferContent.stamps(number, sectors);
    if (step.op() == RequestOp.READ) {
      return content;
    }
    if (step.buffer().data() instanceof DataSpec.Pattern pattern) {
      for (int i = 0; i < sectors; i++) {
        content[i] = Tags.pattern(pattern.number(), i);
      }
    } else if (step.buffer().data() instanceof DataSpec.OfRead read) {
      copyRead(names.resolve(read.call()), content);
    } else if (!(step.buffer().data() instanceof DataSpec.Own)) {
      throw new IllegalArgumentException("unknown data: " + step.buffer().data());
    }
    return content;
  }

  private void copyRead(String read, long[] content) {
    long[] source = context().data().ofRead(read);
    if (source == null) {
      complain("takes the data of " + read + ", which has not ended on this host");
    } else {
      System.arraycopy(source, 0, content, 0, Math.min(source.length, content.length));
    }
  }

  private void complain(String what) {
    String name = names.name(step.id());
    context()
        .complain(
            new Complaint(
                task().id(),
                name,
                number,
                Complaint.NOWHERE,
                Complaint.Found.NOTHING,
                name + " " + what));
  }

  private static int longestRegion(Step.Call step) {
    long longest = 0;
    for (RegionSpec region : step.regions()) {
      longest = Math.max(longest, region.count());
    }
    return Math.toIntExact(longest);
  }
}
