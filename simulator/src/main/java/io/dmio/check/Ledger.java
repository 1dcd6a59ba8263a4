package io.dmio.check;

import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands between the callers and dm-io, and knows every call and what its bios really did.
 *
 * <p>It changes nothing: calls and callbacks go through as they come. Each region's device is
 * replaced by a tap, which belongs to the call until the call and all its bios have ended.
 */
public final class Ledger implements DmIo {

  private final Simulation simulation;
  private final DmIo engine;
  private final Flights flights;
  private final CallWatch[] watches;
  private final List<OpenCall> slots = new ArrayList<>();
  private final ArrayDeque<OpenCall> idle = new ArrayDeque<>();
  private long calls;

  /**
   * Makes an empty ledger.
   *
   * @param engine what is decorated
   * @param flights where bios are noted
   * @param watches whom to tell of calls, in the order of telling
   */
  public Ledger(Simulation simulation, DmIo engine, Flights flights, List<CallWatch> watches) {
    this.simulation = simulation;
    this.engine = engine;
    this.flights = flights;
    this.watches = watches.toArray(new CallWatch[0]);
  }

  @Override
  public Dialect dialect() {
    return engine.dialect();
  }

  @Override
  public IoReturn get(int pages) {
    for (CallWatch watch : watches) {
      watch.pagesAsked(true, pages);
    }
    IoReturn result = engine.get(pages);
    for (CallWatch watch : watches) {
      watch.pagesAnswered(true, pages, result);
    }
    return result;
  }

  @Override
  public IoReturn put(int pages) {
    for (CallWatch watch : watches) {
      watch.pagesAsked(false, pages);
    }
    IoReturn result = engine.put(pages);
    for (CallWatch watch : watches) {
      watch.pagesAnswered(false, pages, result);
    }
    return result;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    calls++;
    OpenCall call = idle.isEmpty() ? newCall() : idle.removeLast();
    IoRequest tapped = call.open(request, callback, simulation.now());
    for (CallWatch watch : watches) {
      watch.started(call);
    }
    engine.submit(tapped, call);
  }

  /** How many calls were made. */
  public long calls() {
    return calls;
  }

  /** The calls that are not over, or whose bios are still under way, by number. */
  public List<OpenCall> open() {
    return slots.stream()
        .filter(OpenCall::isOpen)
        .sorted((a, b) -> Integer.compare(a.number(), b.number()))
        .toList();
  }

  void returned(OpenCall call, IoReturn result) {
    for (CallWatch watch : watches) {
      watch.returned(call, result);
    }
  }

  void notified(OpenCall call, long bits) {
    for (CallWatch watch : watches) {
      watch.notified(call, bits);
    }
  }

  void stray(IoRequest request, String callback) {
    for (CallWatch watch : watches) {
      watch.stray(request.call(), callback);
    }
  }

  void close(OpenCall call) {
    for (CallWatch watch : watches) {
      watch.over(call);
    }
    idle.addLast(call);
  }

  private OpenCall newCall() {
    OpenCall call = new OpenCall(slots.size(), this, flights);
    slots.add(call);
    return call;
  }
}
