package io.dmio.workload;

import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.sim.KernelBug;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A dm-io that does what it is told: moves data, at the time and with the outcome of a plan. */
final class FakeIo implements DmIo {

  /** What becomes of a call. Times are relative; -1: inside {@code submit}. */
  record Plan(long returnNanos, long doneNanos, long bits, @Nullable Refusal refusal) {

    static final Plan INLINE = new Plan(-1, -1, 0, null);

    static Plan after(long nanos) {
      return new Plan(-1, nanos, 0, null);
    }

    static Plan never() {
      return new Plan(-1, Long.MAX_VALUE, 0, null);
    }

    static Plan failing(long bits) {
      return new Plan(-1, 10, bits, null);
    }

    static Plan refused(Refusal refusal) {
      return new Plan(-1, -1, 0, refusal);
    }
  }

  private final Simulation simulation;
  private final BufferContent buffers;
  private final CallRegistry calls;
  private final List<SectorStore> stores = new ArrayList<>();
  private final Map<String, Plan> plans = new LinkedHashMap<>();
  private Plan otherwise = Plan.INLINE;
  private ToLongFunction<IoRequest> latency = request -> -1;
  private boolean storing = true;

  /** How deep the stack is inside submissions and callbacks. */
  int depth;

  @Nullable IoCallback lastCallback;
  int underWay;
  int mostUnderWay;
  int waitingToReturn;
  int mostWaitingToReturn;
  long submitted;
  IoReturn poolResult = IoReturn.ACCEPTED;
  boolean contradiction;
  final List<String> poolCalls = new ArrayList<>();
  final List<IoRequest> requests = new ArrayList<>();

  FakeIo(
      Simulation simulation,
      BufferContent buffers,
      CallRegistry calls,
      List<SectorContent> contents,
      Tags tags) {
    this.simulation = simulation;
    this.buffers = buffers;
    this.calls = calls;
    contents.forEach(content -> stores.add(SectorStore.create(PayloadMode.TAGS, tags, content)));
  }

  FakeIo plan(String call, Plan plan) {
    plans.put(call, plan);
    return this;
  }

  FakeIo otherwise(Plan plan) {
    otherwise = plan;
    return this;
  }

  /** Every call takes so long. */
  FakeIo latency(ToLongFunction<IoRequest> nanos) {
    latency = nanos;
    return this;
  }

  /** Neither moves data nor remembers requests. */
  void forgetEverything() {
    storing = false;
  }

  SectorStore store(int device) {
    return stores.get(device);
  }

  @Override
  public Dialect dialect() {
    return Dialect.CLASSIC;
  }

  @Override
  public IoReturn get(int pages) {
    if (contradiction) {
      throw new KernelBug("a contradiction");
    }
    poolCalls.add("get " + pages);
    return poolResult;
  }

  @Override
  public IoReturn put(int pages) {
    poolCalls.add("put " + pages);
    return poolResult;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    depth++;
    submitted++;
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    if (storing) {
      requests.add(request);
      lastCallback = callback;
    }
    Plan plan =
        plans.isEmpty() ? otherwise : plans.getOrDefault(calls.name(request.call()), otherwise);
    long nanos = latency.applyAsLong(request);
    run(
        request,
        callback,
        nanos < 0 ? plan : new Plan(plan.returnNanos, nanos, plan.bits, plan.refusal));
    depth--;
  }

  private void run(IoRequest request, IoCallback callback, Plan plan) {
    if (plan.refusal != null) {
      underWay--;
      boolean notifies = plan.refusal == Refusal.MULTI_REGION_READ && !request.sync();
      if (notifies && plan.doneNanos < 0) {
        callback.notified(request, 1);
      } else if (notifies) {
        simulation.schedule(plan.doneNanos, ignored -> callback.notified(request, 1), 0);
      }
      callback.returned(request, IoReturn.refused(plan.refusal));
      return;
    }
    boolean sync = request.sync();
    if (plan.doneNanos < 0) {
      done(request, callback, plan);
    } else if (plan.doneNanos < Long.MAX_VALUE) {
      simulation.schedule(plan.doneNanos, ignored -> done(request, callback, plan), 0);
    }
    if (!sync && plan.returnNanos < 0) {
      callback.returned(request, IoReturn.ACCEPTED);
    } else if (!sync) {
      mostWaitingToReturn = Math.max(mostWaitingToReturn, ++waitingToReturn);
      simulation.schedule(plan.returnNanos, ignored -> accept(request, callback), 0);
    }
  }

  private void accept(IoRequest request, IoCallback callback) {
    waitingToReturn--;
    callback.returned(request, IoReturn.ACCEPTED);
  }

  private void done(IoRequest request, IoCallback callback, Plan plan) {
    depth++;
    underWay--;
    if (storing) {
      move(request, plan.bits);
    }
    if (request.sync()) {
      callback.returned(request, IoReturn.sync(plan.bits));
    } else {
      callback.notified(request, plan.bits);
    }
    depth--;
  }

  private void move(IoRequest request, long bits) {
    for (int i = 0; i < request.regions().size(); i++) {
      if ((bits >>> i & 1) == 0) {
        move(request, request.regions().get(i));
      }
    }
  }

  private void move(IoRequest request, IoRegion region) {
    SectorStore store = stores.get(region.device().id());
    int count = (int) region.count();
    if (request.op() == RequestOp.WRITE) {
      long[] content = buffers.read(request.memory(), count);
      for (int i = 0; i < count; i++) {
        store.setTag(region.sector() + i, content[i]);
      }
    } else if (request.op() == RequestOp.READ) {
      long[] content = new long[count];
      for (int i = 0; i < count; i++) {
        content[i] = store.tag(region.sector() + i);
      }
      buffers.fill(request.memory(), content);
    }
  }
}
