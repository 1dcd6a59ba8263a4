package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.PlainIo;
import io.dmio.sim.Simulation;
import io.dmio.sim.Spares;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between the callers and dm-io, and knows every call and what its bios really did.
 *
 * <p>It changes nothing: calls, their bios and callbacks go through as they come. Each call has a
 * slot, which belongs to it until the call and all its bios have ended: the tap of its bios.
 *
 * <p>A bio that goes past dm-io is a call as well, of one region, of which others are told.
 */
public final class Ledger implements DmIo, CallEvents {

  private final Simulation simulation;
  private final DmIo engine;
  private final PlainIo bios;
  private final BioTap tap;
  private final CallWatch watches;
  private final CallWatch plainWatches;
  private final List<ObservedCall> slots = new ArrayList<>();
  private final Spares<ObservedCall> idle = new Spares<>();
  private long calls;

  /**
   * Makes an empty ledger.
   *
   * @param engine what is decorated
   * @param bios the way past it, which is decorated as well
   * @param tap where bios are noted
   * @param watches whom to tell of calls
   * @param plainWatches whom to tell of bios that go past the engine
   */
  public Ledger(
      Simulation simulation,
      DmIo engine,
      PlainIo bios,
      BioTap tap,
      CallWatch watches,
      CallWatch plainWatches) {
    this.simulation = simulation;
    this.engine = engine;
    this.bios = bios;
    this.tap = tap;
    this.watches = watches;
    this.plainWatches = plainWatches;
  }

  @Override
  public Dialect dialect() {
    return engine.dialect();
  }

  @Override
  public int clients() {
    return engine.clients();
  }

  @Override
  public IoReturn get(int pages) {
    watches.pagesAsked(true, pages);
    IoReturn result = engine.get(pages);
    watches.pagesAnswered(true, pages, result);
    return result;
  }

  @Override
  public IoReturn put(int pages) {
    watches.pagesAsked(false, pages);
    IoReturn result = engine.put(pages);
    watches.pagesAnswered(false, pages, result);
    return result;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    engine.submit(request, open(request, callback, false));
  }

  /** The way past dm-io. */
  public PlainIo bios() {
    return (request, callback) -> bios.submit(request, open(request, callback, true));
  }

  private ObservedCall open(IoRequest request, IoCallback callback, boolean plain) {
    calls++;
    ObservedCall known = idle.pop();
    ObservedCall call = known == null ? newCall() : known;
    call.open(request, callback, simulation.now(), plain);
    watchesOf(call).started(call);
    return call;
  }

  private CallWatch watchesOf(ObservedCall call) {
    return call.isPlain() ? plainWatches : watches;
  }

  /** How many calls were made. */
  public long calls() {
    return calls;
  }

  /** The calls that are not over, or whose bios are still under way, by number. */
  public List<ObservedCall> open() {
    List<ObservedCall> open = new ArrayList<>();
    for (ObservedCall call : slots) {
      if (call.isOpen()) {
        open.add(call);
      }
    }
    open.sort((a, b) -> Integer.compare(a.number(), b.number()));
    return List.copyOf(open);
  }

  @Override
  public long now() {
    return simulation.now();
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    watchesOf(call).returned(call, result);
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    watchesOf(call).notified(call, bits);
  }

  @Override
  public void stray(IoRequest request, String callback) {
    watches.stray(request.call(), callback);
  }

  @Override
  public void submitted(ObservedCall call, int region, IoRegion where, Bio bio) {
    tap.submitted(call, region, where, bio);
  }

  @Override
  public void over(ObservedCall call) {
    watchesOf(call).over(call);
    assert call.inFlight() == 0 : call.inFlight() + " bios of a call that is over";
    idle.push(call);
  }

  private ObservedCall newCall() {
    simulation.limitAtOnce(slots.size(), "calls under way");
    ObservedCall call = new ObservedCall(slots.size(), this);
    slots.add(call);
    return call;
  }
}
