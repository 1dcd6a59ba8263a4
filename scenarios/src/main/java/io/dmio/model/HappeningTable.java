package io.dmio.model;

import io.dmio.device.PowerEventCodec.Power;
import io.dmio.model.Happening.Kind;
import io.dmio.sim.EventLog;
import io.dmio.testbed.ExternalEvents.EventResult;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.WorldEvent.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the world from outside, in its order, and which bios ended by it: those that end
 * OFFLINE while their disk has no power, or no path to it.
 */
public final class HappeningTable {

  private final List<Happening> all = new ArrayList<>();
  private final Map<Integer, Action> actions = new TreeMap<>();
  private final Map<Integer, Happening> powerless = new TreeMap<>();
  private final Map<Integer, Happening> unreachable = new TreeMap<>();
  private final RowIndex causeByBio = new RowIndex();
  private int lastCrash = -1;

  HappeningTable(RunResult result) {
    for (EventResult event : result.outside().events()) {
      actions.put(event.event().number(), event.event().action());
    }
  }

  /** Everything, the first first. */
  public List<Happening> all() {
    return all;
  }

  /** What took power or path from the disk of a bio that failed by that, or null. */
  public @Nullable Happening causeOf(int bio) {
    int index = causeByBio.row(bio);
    return index < 0 ? null : all.get(index);
  }

  /** Reads a record of one of the kinds ACTION, POWER, CRASH, BOOT. */
  void read(EventLog log, long record) {
    long time = log.time(record);
    int subject = log.subject(record);
    switch (log.kind(record)) {
      case ACTION -> all.add(new Happening(time, kindOf(actions.get(subject)), subject));
      case POWER -> power(Power.read(log, record), time);
      case CRASH -> crash(time, log.detail(record), log.a(record), log.b(record));
      case BOOT -> boot(time, log.detail(record));
      default -> throw new IllegalArgumentException(log.kind(record) + " happens inside");
    }
  }

  /** A bio has ended OFFLINE. */
  void endedOffline(int bio, int device) {
    Happening cause = powerless.getOrDefault(device, unreachable.get(device));
    if (cause != null) {
      causeByBio.put(bio, all.indexOf(cause));
    }
  }

  private void power(Power power, long time) {
    int device = power.device();
    long bios = power.bios();
    switch (power.change()) {
      case CUT -> powerless.put(device, lastOf(time, Kind.CRASH, Kind.CUT).reaching(device, bios));
      case RESTORED -> {
        Happening cut = powerless.remove(device);
        int promise = cut == null ? -1 : cut.event();
        lastOf(time, promise, Kind.POWER).reaching(device, bios);
      }
      case OFFLINE ->
          unreachable.put(device, lastOf(time, Kind.OFFLINE, Kind.OFFLINE).reaching(device, bios));
      case ONLINE -> {
        unreachable.remove(device);
        lastOf(time, Kind.ONLINE, Kind.ONLINE).reaching(device, bios);
      }
    }
  }

  private void crash(long time, int boot, long calls, long bios) {
    Happening crash = lastOf(time, Kind.CRASH, Kind.CRASH);
    crash.endBoot(boot, calls, bios);
    lastCrash = crash.event();
  }

  private void boot(long time, int boot) {
    lastOf(time, lastCrash, Kind.POWER).beginBoot(boot);
  }

  /** What has just happened, if it is one of two kinds; else something of the second kind. */
  private Happening lastOf(long time, Kind one, Kind other) {
    Happening last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && last.nanos() == time && (last.kind() == one || last.kind() == other)) {
      return last;
    }
    return added(new Happening(time, other, -1));
  }

  private Happening lastOf(long time, int event, Kind kind) {
    Happening last = all.isEmpty() ? null : all.get(all.size() - 1);
    boolean same = last != null && last.nanos() == time && last.kind() == kind;
    return last != null && same && last.event() == event
        ? last
        : added(new Happening(time, kind, event));
  }

  private Happening added(Happening happening) {
    all.add(happening);
    return happening;
  }

  private static Kind kindOf(@Nullable Action action) {
    if (action instanceof Action.CrashHost) {
      return Kind.CRASH;
    } else if (action instanceof Action.PowerCut) {
      return Kind.CUT;
    } else if (action instanceof Action.Offline) {
      return Kind.OFFLINE;
    } else if (action instanceof Action.Online) {
      return Kind.ONLINE;
    } else if (action instanceof Action.Release) {
      return Kind.RELEASE;
    } else if (action instanceof Action.Signal) {
      return Kind.SIGNAL;
    }
    return action == null ? Kind.OTHER : Kind.QUIET;
  }
}
