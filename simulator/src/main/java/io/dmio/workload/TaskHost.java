package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.sim.RandomStream;
import io.dmio.workload.Complaint.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** The host of a user's task; the step ends when the task says so, or throws. */
final class TaskHost implements Host, StepRun {

  private final StepOwner owner;
  private final TaskRun task;
  private final Step.Java step;
  private final String name;
  private final HostRules rules;
  private final HostIo io;
  private final UserCode user;
  private final CallRegistry.Family family;
  private final boolean named;
  private int waiting;

  TaskHost(StepOwner owner, Step.Java step) {
    this.owner = owner;
    this.task = owner.task();
    this.step = step;
    this.name = owner.names().name(step.id());
    this.user = new UserCode(task, name, this::end, step.factory().watch());
    this.rules = new HostRules(user);
    this.io = new HostIo(task, name, user, rules);
    this.named = task.context().awaitsCallsOf(step.id(), name);
    this.family = world().calls().family(name, task.id());
  }

  @Override
  public void begin() {
    user.run(this::startTask);
  }

  @Override
  public String waitsFor() {
    return name + " to say that it is finished";
  }

  @Override
  public long now() {
    rules.demandInside("now");
    return task.context().now();
  }

  @Override
  public RandomStream random(String stream) {
    rules.demandInside("random");
    rules.demandGiven(stream, "random", "the name of the stream");
    return world().simulation().choices().stream(task.name() + "/" + stream);
  }

  @Override
  public void after(long nanos, Runnable action) {
    rules.demandRunning("after");
    rules.demandGiven(action, "after", "the action");
    if (nanos < 0) {
      throw new HostMisuse("after " + nanos + "ns: time does not go back");
    }
    rules.demandRoom(waiting);
    waiting++;
    task.context()
        .after(
            nanos,
            ignored -> {
              assert waiting > 0 : name + " runs an action that does not wait";
              waiting--;
              user.run(action);
            });
  }

  @Override
  public Memory memory() {
    rules.demandInside("memory");
    return world().memory();
  }

  @Override
  public DmIo io() {
    rules.demandInside("io");
    return io;
  }

  @Override
  public int nextCall(String callName) {
    rules.demandRunning("nextCall");
    rules.demandName(callName, "nextCall");
    return io.numbered(world().calls().next(callName, task.id()));
  }

  @Override
  public BlockDevice device(String device) {
    rules.demandInside("device");
    for (BlockDevice candidate : world().devices()) {
      if (candidate.name().equals(device)) {
        return candidate;
      }
    }
    String names =
        world().devices().stream().map(BlockDevice::name).collect(Collectors.joining(", "));
    throw new HostMisuse("no device " + device + "; there are: " + names);
  }

  @Override
  public IoMemory pages(int count) {
    rules.demandRunning("pages");
    rules.demandPages(count, 1, "pages");
    long[] pages = memory().allocateScattered(count, 1);
    IoMemory layout = new IoMemory.PageList(pages, 0);
    int sectors = Math.multiplyExact(count, Sectors.PER_PAGE);
    long stamp = Tags.FIRST_PAGE + task.context().nextPageStamp();
    task.context().content().stamp(layout, sectors, stamp);
    return layout;
  }

  @Override
  public IoReturn get(int pages) {
    return io.get(pages);
  }

  @Override
  public IoReturn put(int pages) {
    return io.put(pages);
  }

  @Override
  public void async(RequestOp op, List<IoRegion> regions, IoMemory memory, IoCallback callback) {
    rules.demandGiven(callback, "async", "the callback");
    io.submit(request(op, false, regions, memory), callback, named);
  }

  @Override
  public void async(RequestOp op, List<IoRegion> regions, IoMemory memory, BitsListener listener) {
    rules.demandGiven(listener, "async", "the listener");
    async(op, regions, memory, new BitsOnly(listener));
  }

  @Override
  public void sync(RequestOp op, List<IoRegion> regions, IoMemory memory, ReturnListener listener) {
    rules.demandGiven(listener, "sync", "the listener");
    io.submit(request(op, true, regions, memory), new ReturnOnly(listener), named);
  }

  @Override
  public void mark(String mark) {
    rules.demandRunning("mark");
    rules.demandName(mark, "mark");
    task.context().mark(task.id(), mark);
  }

  @Override
  public void fail(String message) {
    rules.demandInside("fail");
    String words = String.valueOf(message);
    task.context().complain(Complaint.ofStep(Kind.EXPECTATION, task.id(), name, words));
  }

  @Override
  public void finish() {
    rules.demandInside("finish");
    end();
  }

  private void startTask() {
    Task made = step.factory().create();
    rules.demandGiven(made, "create", "the task");
    made.start(this);
  }

  /** The step ends, once. */
  private void end() {
    if (rules.finish()) {
      world().moments().reach(name);
      owner.stepEnded();
    }
  }

  private IoRequest request(RequestOp op, boolean sync, List<IoRegion> regions, IoMemory memory) {
    rules.demandRunning(sync ? "sync" : "async");
    io.requests().demandParts(op, regions, memory);
    int number = io.numbered(world().calls().nextOf(family));
    return IoRequest.of(number, op, sync, memory, regions);
  }

  private WorkloadContext world() {
    return task.context().world();
  }

  private record BitsOnly(BitsListener listener) implements IoCallback {

    @Override
    public void returned(IoRequest request, IoReturn result) {
      // Its listener asked for the bits alone.
    }

    @Override
    public void notified(IoRequest request, long bits) {
      listener.done(bits);
    }
  }

  private record ReturnOnly(ReturnListener listener) implements IoCallback {

    @Override
    public void returned(IoRequest request, IoReturn result) {
      listener.returned(result);
    }

    @Override
    public void notified(IoRequest request, long bits) {
      // A synchronous call is not notified; a check tells if it is.
    }
  }
}
