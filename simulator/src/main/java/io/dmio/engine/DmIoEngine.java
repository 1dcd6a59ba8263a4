package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.BioEventCodec;
import io.dmio.block.BlockStatus;
import io.dmio.block.Errno;
import io.dmio.block.Memory;
import io.dmio.block.SectorStore;
import io.dmio.mempool.Mempool;
import io.dmio.sim.KernelBug;
import io.dmio.sim.Simulation;
import io.dmio.sim.Spare;
import io.dmio.sim.Spares;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The engine: takes calls, sends bios, counts them home, and reports each call's error bits once.
 *
 * <p>The order of one asynchronous call: take an io, count 1; for each region in order, from the
 * start of the memory, fill bios and count each one before it is submitted; drop the first count.
 * Whoever takes the count to 0 finishes the call: the io goes back to its pool, then the caller
 * hears. A synchronous call does the same and waits for its own end.
 */
public final class DmIoEngine implements DmIo {

  private final Simulation simulation;
  private final EngineConfig config;
  private final Steps steps;
  private final IoPools[] clients;
  private final PageAccount account;
  private final Bio.PieceVisitor zeroFill;
  private final Spares<IoDispatch> idleDispatches = new Spares<>();
  private final Spares<Io> idleStackIos = new Spares<>();
  private int activeCalls;
  private int bios;

  /**
   * Makes an engine. The pools of classic do not exist before the first get. Those of the clients
   * of linux-6.1 are made here; a client for which there is no memory has none, and every call of
   * it is refused by {@link Refusal#NO_POOL}.
   */
  public DmIoEngine(Simulation simulation, Memory memory, EngineConfig config) {
    this(simulation, memory, config, 0);
  }

  /** Makes the engine of a rebooted host; {@code firstBio} is the number of its first bio. */
  public DmIoEngine(Simulation simulation, Memory memory, EngineConfig config, int firstBio) {
    this.bios = firstBio;
    this.simulation = simulation;
    this.config = config;
    this.steps = config.steps();
    this.clients = new IoPools[config.clients().size()];
    for (int client = 0; client < clients.length; client++) {
      clients[client] = poolsFor(client, config.clients().get(client));
    }
    this.account = new PageAccount(clients[0], steps, config.clients().get(0).bios());
    SectorStore contents = memory.contents();
    this.zeroFill = (address, length, position) -> contents.zero(address, length);
  }

  @Override
  public Dialect dialect() {
    return config.dialect();
  }

  @Override
  public int clients() {
    return clients.length;
  }

  @Override
  public IoReturn get(int pages) {
    checkPages(pages);
    return steps.countsPages() ? account.get(pages) : IoReturn.ACCEPTED;
  }

  @Override
  public IoReturn put(int pages) {
    checkPages(pages);
    boolean inUse = activeCalls > 0 || clients[0].inUse();
    return steps.countsPages() ? account.put(pages, inUse) : IoReturn.ACCEPTED;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    IoPools pools = poolsOf(request);
    Refusal refusal = steps.refuse(request, pools.exist());
    if (refusal != null) {
      refuse(request, callback, refusal);
      return;
    }
    activeCalls++;
    IoDispatch idle = idleDispatches.pop();
    IoDispatch dispatch = idle == null ? new IoDispatch(this, steps) : idle;
    dispatch.begin(request, callback, pools);
    dispatch.advance();
  }

  /** All pools, by number: of client {@code i} the ios are {@code 2 i}, the bios one more. */
  public List<Mempool<?>> pools() {
    List<Mempool<?>> pools = new ArrayList<>();
    for (IoPools client : clients) {
      pools.add(client.ios());
      pools.add(client.bios());
    }
    return pools;
  }

  /** The number of the next bio: how many were sent, those of earlier engines included. */
  public int bioCount() {
    return bios;
  }

  /** A bio of an io has ended. */
  void ended(Bio bio, Io io) {
    IoPools pools = io.pools();
    int region = steps.regionOf(bio);
    BlockStatus status = bio.status();
    BioEventCodec.End.write(simulation, bio);
    if (steps.zeroFills(bio.op(), status)) {
      bio.forEachPiece(bio.doneBytes(), bio.bytes(), zeroFill);
    }
    boolean bioFirst = steps.putsBioFirst();
    if (bioFirst) {
      giveBack(bio, pools);
    }
    if (io.countDown(steps, region, status)) {
      finish(io);
    }
    if (!bioFirst) {
      giveBack(bio, pools);
    }
  }

  /** Numbers a bio, one of this engine or one that goes past it. */
  public int nextBio() {
    return bios++;
  }

  /** An io on the caller's stack. */
  Io stackIo() {
    Io idle = idleStackIos.pop();
    return idle == null ? new Io(this) : idle;
  }

  /** Says that a bio goes to a device. */
  void submitted(Bio bio, int region, int device) {
    BioEventCodec.Submit.write(simulation, bio, region, device);
  }

  void countDown(Io io, int region, BlockStatus status) {
    if (io.countDown(steps, region, status)) {
      finish(io);
    }
  }

  /** All regions are dispatched: the call drops its own reference, and returns or waits. */
  void dispatched(IoDispatch dispatch) {
    Io io = dispatch.io();
    IoRequest request = dispatch.request();
    IoCallback callback = dispatch.callback();
    if (!request.sync()) {
      retire(dispatch);
      countDown(io, 0, BlockStatus.OK);
      callback.returned(request, IoReturn.ACCEPTED);
    } else if (io.countDown(steps, 0, BlockStatus.OK)) {
      completed(dispatch);
    } else if (steps.interruptible() && callback.signalPending()) {
      io.abandon();
      retire(dispatch);
      activeCalls--;
      callback.returned(request, IoReturn.failed(Errno.EINTR));
    }
  }

  /** A synchronous caller has woken up: nothing of its call is under way any more. */
  void completed(IoDispatch dispatch) {
    Io io = dispatch.io();
    IoRequest request = dispatch.request();
    IoCallback callback = dispatch.callback();
    long bits = io.bits();
    release(io);
    retire(dispatch);
    activeCalls--;
    callback.returned(request, IoReturn.sync(bits));
  }

  /** The last bio is home. */
  private void finish(Io io) {
    IoDispatch dispatch = io.dispatch();
    IoRequest request = io.request();
    if (!request.sync()) {
      finishAsync(io, request, io.callback());
    } else if (dispatch == null) {
      release(io);
    } else {
      simulation.schedule(0, dispatch, 0);
    }
  }

  private void finishAsync(Io io, IoRequest request, IoCallback callback) {
    long bits = steps.notifiedBits(io.bits());
    activeCalls--;
    if (steps.freesBeforeNotify()) {
      release(io);
      callback.notified(request, bits);
    } else {
      callback.notified(request, bits);
      release(io);
    }
  }

  private void refuse(IoRequest request, IoCallback callback, Refusal refusal) {
    CallEventCodec.Refuse.warn(simulation, request.call(), refusal);
    if (!request.sync() && steps.notifiesRefused(refusal)) {
      callback.notified(request, 1);
    }
    callback.returned(request, IoReturn.refused(refusal));
  }

  private void giveBack(Bio bio, IoPools pools) {
    bio.retire();
    pools.bios().giveBack(bio);
  }

  private void release(Io io) {
    boolean pooled = !io.request().sync() || steps.poolsSyncIo();
    IoPools pools = io.pools();
    io.end();
    if (pooled) {
      pools.ios().giveBack(io);
    } else {
      idleStackIos.push(io);
    }
  }

  private void retire(IoDispatch dispatch) {
    dispatch.end();
    idleDispatches.push(dispatch);
  }

  private IoPools poolsFor(int number, ClientConfig client) {
    int id = 2 * number;
    IoPools pools =
        new IoPools(
            pool(id, client.name() + ".ios", () -> new Io(this)),
            pool(id + 1, client.name() + ".bios", Bio::new));
    if (!steps.countsPages()) {
      pools.create(client.ios(), client.bios());
    }
    return pools;
  }

  private IoPools poolsOf(IoRequest request) {
    int client = request.client();
    if (client < 0 || client >= clients.length) {
      throw new KernelBug(
          "call " + request.call() + " is of client " + client + ", there are " + clients.length);
    }
    return clients[client];
  }

  private <T extends Spare> Mempool<T> pool(int id, String name, Supplier<T> maker) {
    return new Mempool<>(
        id,
        name,
        simulation,
        maker,
        config.poolSteps(),
        config.gates().apply(name),
        config.watches().apply(id));
  }

  private static void checkPages(int pages) {
    if (pages < 0) {
      throw new KernelBug("get or put of " + pages + " pages");
    }
  }
}
