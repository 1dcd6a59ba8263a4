package io.dmio.check;

import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.TappedBio;
import io.dmio.mempool.Mempool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says who waits for what, and who holds it, when nothing is left to do. */
final class HangReport {

  private static final int MOST_NAMES = 8;

  private final Tally tally;
  private final CallDirectory calls;
  private final List<String> devices;
  private final List<TappedBio> slots;
  private final Map<Integer, Mempool<?>> parked = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  HangReport(Tally tally, CallDirectory calls, List<String> devices, List<TappedBio> slots) {
    this.tally = tally;
    this.calls = calls;
    this.devices = devices;
    this.slots = slots;
  }

  /** The report in one sentence; empty if nobody waits. */
  String of(List<String> tasks, List<ObservedCall> open, List<Mempool<?>> pools) {
    tally.add(Comparison.RESTS);
    for (Mempool<?> pool : pools) {
      pool.forEachWaiter(waiter -> parked.put(waiter.call(), pool));
    }
    for (Mempool<?> pool : pools) {
      waitingFor(pool, open);
    }
    for (ObservedCall call : open) {
      if (!parked.containsKey(call.number()) && lines.size() < MOST_NAMES) {
        lines.add(name(call) + " waits for " + homecomers(call));
      }
    }
    if (!tasks.isEmpty()) {
      lines.add((tasks.size() == 1 ? "not over: task " : "not over: tasks ") + shortened(tasks));
    }
    return lines.isEmpty() ? "" : "nothing is left to do, but " + String.join("; ", lines);
  }

  private void waitingFor(Mempool<?> pool, List<ObservedCall> open) {
    List<String> waiters = new ArrayList<>();
    List<String> holders = new ArrayList<>();
    for (ObservedCall call : open) {
      if (parked.get(call.number()) == pool) {
        waiters.add(name(call));
      } else if (call.bios() > 0) {
        holders.add(name(call));
      }
    }
    if (!waiters.isEmpty()) {
      lines.add(
          shortened(waiters)
              + (waiters.size() == 1 ? " waits" : " wait")
              + " for an element of "
              + pool.name()
              + " ("
              + pool.reserve()
              + " of "
              + pool.minNr()
              + " in reserve, "
              + pool.out()
              + " out"
              + (holders.isEmpty() ? "" : ", held by " + shortened(holders))
              + ")");
    }
  }

  private String homecomers(ObservedCall call) {
    if (call.inFlight() == 0) {
      return call.returns() > 0 ? "its notification" : "its completion";
    }
    for (TappedBio tapped : slots) {
      if (tapped.isOpen() && tapped.call() == call) {
        return call.inFlight()
            + " bios, the first on "
            + devices.get(tapped.device())
            + " at sector "
            + tapped.sector();
      }
    }
    return call.inFlight() + " bios";
  }

  private String name(ObservedCall call) {
    return calls.call(call.number());
  }

  private static String shortened(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST_NAMES))
        + " and "
        + (names.size() - MOST_NAMES)
        + " more";
  }
}
