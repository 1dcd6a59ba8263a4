package io.dmio.workload;

import io.dmio.block.RequestOp;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.SortedSet;
import java.util.TreeSet;

/** dm-io as a user's task sees it: every call is announced and followed like that of a step. */
final class HostIo implements DmIo {

  private final TaskRun task;
  private final String step;
  private final UserCode user;
  private final HostRules rules;
  private final RequestRules requests;
  private final SortedSet<Integer> unused = new TreeSet<>();

  HostIo(TaskRun task, String step, UserCode user, HostRules rules) {
    this.task = task;
    this.step = step;
    this.user = user;
    this.rules = rules;
    this.requests = new RequestRules(task.context().world());
  }

  /** A number was given out; one call may use it. */
  int numbered(int call) {
    boolean fresh = unused.add(call);
    assert fresh : "call " + call + " was numbered before";
    return call;
  }

  RequestRules requests() {
    return requests;
  }

  @Override
  public int clients() {
    return io().clients();
  }

  @Override
  public Dialect dialect() {
    return io().dialect();
  }

  @Override
  public IoReturn get(int pages) {
    rules.demandRunning("get");
    rules.demandPages(pages, 0, "get");
    IoReturn result = io().get(pages);
    task.poolCallEnded(step, result, CallExpectation.NONE);
    return result;
  }

  @Override
  public IoReturn put(int pages) {
    rules.demandRunning("put");
    rules.demandPages(pages, 0, "put");
    IoReturn result = io().put(pages);
    task.poolCallEnded(step, result, CallExpectation.NONE);
    return result;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    rules.demandRunning("submit");
    rules.demandGiven(request, "submit", "the request");
    rules.demandGiven(callback, "submit", "the callback");
    submit(request, callback, true);
  }

  /** Makes a call; {@code named}: somebody may wait for it. */
  void submit(IoRequest request, IoCallback callback, boolean named) {
    if (!unused.remove(request.call())) {
      throw new HostMisuse(
          "call " + request.call() + " needs a number of its own: take one with nextCall");
    }
    requests.demand(request);
    HostCall call = new HostCall(task, callback, user, named);
    call.announce(request);
    keepWritten(call, named);
    call.submit();
  }

  private void keepWritten(HostCall call, boolean named) {
    KnownData data = task.context().data();
    IoRequest request = call.request();
    boolean kept = data.keepsWrite(step) || named && data.keepsWrite(call.name());
    if (kept && request.op() == RequestOp.WRITE) {
      long sectors = 0;
      for (IoRegion region : request.regions()) {
        sectors = Math.max(sectors, region.count());
      }
      int count = Math.toIntExact(sectors);
      data.written(call.name(), request, task.context().content().read(request.memory(), count));
    }
  }

  private DmIo io() {
    return task.context().world().io();
  }
}
