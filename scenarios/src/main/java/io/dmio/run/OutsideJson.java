package io.dmio.run;

import io.dmio.device.PowerCutRecord;
import io.dmio.device.PowerCutRecord.State;
import io.dmio.testbed.ExternalEvents.EventResult;
import java.io.IOException;
import java.util.Locale;

/** What was done to a world from outside, for programs. */
final class OutsideJson {

  private OutsideJson() {}

  static void putEvent(Json json, EventResult event) throws IOException {
    json.put("event", event.event().name());
    json.putUnlessNegative("virtualTimeNs", event.timeNanos());
  }

  /** All of a cut but its device. */
  static void putCut(Json json, PowerCutRecord cut) throws IOException {
    json.put("virtualTimeNs", cut.timeNanos());
    json.put("survives", cut.how().name().toLowerCase(Locale.ROOT));
    json.put("crash", cut.hostGone());
    json.put("bios", cut.bios());
    json.putUnlessNegative("states", cut.states() == Long.MAX_VALUE ? -1 : cut.states());
    json.put("units", cut.affected());
    json.put("durable", count(cut, State.DURABLE));
    json.put("cached", count(cut, State.CACHED));
    json.put("inFlight", count(cut, State.IN_FLIGHT));
    json.put("unreadable", count(cut, State.UNREADABLE));
  }

  private static long count(PowerCutRecord cut, State state) {
    return cut.fates().stream().filter(fate -> fate.state() == state).count();
  }
}
