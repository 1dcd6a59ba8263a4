package io.dmio.scenario.step;

import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.engine.Capability;
import io.dmio.engine.Dialect;
import io.dmio.fault.FaultOp;
import io.dmio.formats.Trace;
import io.dmio.formats.TraceOp;
import io.dmio.formats.TraceRequest;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.ReplayRequests;
import io.dmio.workload.ReplaySpec;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes replays of recorded traces. */
final class ReplayCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final Devices devices;
  private final TouchedSectors touchedSectors;
  private final TraceFiles files;
  private final Map<ParsedObject, ReplaySpec> known = new HashMap<>();

  ReplayCompiler(
      Mistakes mistakes,
      DialectTerms terms,
      Devices devices,
      TouchedSectors touchedSectors,
      TraceFiles files) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.devices = devices;
    this.touchedSectors = touchedSectors;
    this.files = files;
  }

  /** A replay, or null after mistakes were reported. All instances of a task share the requests. */
  @Nullable Step compile(ParsedObject step, String id) {
    ParsedObject replay = step.get(StepKeys.REPLAY);
    if (replay == null) {
      return null;
    }
    ReplaySpec spec = known.get(replay);
    if (spec == null) {
      spec = spec(replay);
    }
    if (spec == null) {
      touchedSectors.addUnknown();
      return null;
    }
    known.put(replay, spec);
    return new Step.Replay(id, spec);
  }

  private @Nullable ReplaySpec spec(ParsedObject replay) {
    ReplayPace pace = pace(replay);
    Trace trace = files.read(replay);
    ReplayMap map = trace == null ? null : ReplayMap.of(replay, trace, devices, mistakes);
    if (trace == null || map == null || pace == null) {
      return null;
    }
    ReplayRequests requests = requests(replay, trace, map, pace);
    return requests == null
        ? null
        : new ReplaySpec(
            requests,
            pace.isAsap() ? Math.toIntExact(replay.get(ReplayKeys.IODEPTH, 1L)) : Integer.MAX_VALUE,
            new MemoryCompiler(mistakes, terms).compile(replay, mostSectors(requests)),
            terms.client(replay, CallKeys.CLIENT));
  }

  private static long mostSectors(ReplayRequests requests) {
    long most = 0;
    for (int i = 0; i < requests.count(); i++) {
      most = Math.max(most, requests.sectors(i));
    }
    return most;
  }

  private @Nullable ReplayPace pace(ParsedObject replay) {
    if (replay.has(ReplayKeys.TIMING) && replay.get(ReplayKeys.TIMING) == null) {
      return null;
    }
    ReplayPace pace = ReplayPace.read(replay.get(ReplayKeys.TIMING, "recorded"));
    if (pace == null) {
      mistakes.report(
          replay.at(ReplayKeys.TIMING), "nothing is ever done at 0x", "2x is twice as fast");
    } else if (!pace.isAsap() && replay.has(ReplayKeys.IODEPTH)) {
      mistakes.report(
          replay.keyAt(ReplayKeys.IODEPTH),
          "'iodepth' means nothing where each call has its time",
          "write timing: asap, or remove it");
    }
    return pace;
  }

  private @Nullable ReplayRequests requests(
      ParsedObject replay, Trace trace, ReplayMap map, ReplayPace pace) {
    List<Integer> order = order(trace, map, ops(replay));
    Located<String> file = TraceFiles.name(replay);
    boolean wraps = replay.get(ReplayKeys.BEYOND_END, "error").equals("wrap");
    ReplayPlaces places = new ReplayPlaces(trace, wraps);
    ReplayReach touched = new ReplayReach();
    ReplayRequests.Builder requests = new ReplayRequests.Builder(map.numbers());
    for (int index : order) {
      TraceRequest request = trace.requests().get(index);
      int group = map.group(request.device());
      long sector = places.place(index, map.smallest(group));
      if (sector >= 0) {
        int sectors = Math.toIntExact(Sectors.ofBytes(request.bytes()));
        requests.add(pace.due(request.nanos()), op(request.op()), group, sector, sectors);
        addReach(touched, request.op(), map.devices(group), sector, sectors);
      }
    }
    Position at = file == null ? replay.at() : file.at();
    places.report(file == null ? "" : file.value(), at, mistakes);
    touched.tell(touchedSectors);
    boolean right = checkOps(replay, trace, order, at);
    return right && requests.count() == order.size() ? requests.build() : null;
  }

  /** The requests to be done in the order of their times; equal ones as in the trace. */
  private static List<Integer> order(Trace trace, ReplayMap map, Set<TraceOp> ops) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < trace.requests().size(); i++) {
      TraceRequest request = trace.requests().get(i);
      if (ops.contains(request.op()) && map.has(request.device())) {
        order.add(i);
      }
    }
    order.sort(Comparator.comparingLong(index -> trace.requests().get(index).nanos()));
    return order;
  }

  private Set<TraceOp> ops(ParsedObject replay) {
    if (!replay.has(ReplayKeys.OPS)) {
      return EnumSet.allOf(TraceOp.class);
    }
    Set<TraceOp> ops = EnumSet.noneOf(TraceOp.class);
    for (Located<String> word : replay.get(ReplayKeys.OPS, List.of())) {
      TraceOp op = TraceOp.valueOf(word.value().toUpperCase(Locale.ROOT));
      boolean known =
          terms.demand(
              dialect -> does(dialect, op), word.at(), "'" + word.value() + "' of a replay is");
      if (!ops.add(op)) {
        mistakes.report(word.at(), "'" + word.value() + "' stands here twice", null);
      } else if (!known) {
        ops.remove(op);
      }
    }
    return ops;
  }

  private boolean checkOps(ParsedObject replay, Trace trace, List<Integer> order, Position at) {
    if (order.isEmpty()) {
      mistakes.report(at, "the trace has no request that could be done", null);
    }
    for (int index : order) {
      TraceOp op = trace.requests().get(index).op();
      if (!does(terms.dialect(), op)) {
        mistakes.report(
            at,
            "'"
                + name(replay)
                + "' "
                + trace.place(index)
                + ": a "
                + word(op)
                + " is"
                + DialectTerms.lacks(dialect -> does(dialect, op), terms.dialect()),
            DialectTerms.advice(dialect -> does(dialect, op))
                + ", or ops: [read, write] to leave it out");
        return false;
      }
    }
    return !order.isEmpty();
  }

  private static String name(ParsedObject replay) {
    Located<String> file = TraceFiles.name(replay);
    return file == null ? "" : file.value();
  }

  private static String word(TraceOp op) {
    return op.name().toLowerCase(Locale.ROOT);
  }

  private static boolean does(Dialect dialect, TraceOp op) {
    return switch (op) {
      case READ, WRITE -> true;
      case DISCARD -> dialect.has(Capability.DISCARD);
      case FLUSH -> dialect.has(Capability.FLUSHES);
    };
  }

  private static RequestOp op(TraceOp op) {
    return switch (op) {
      case READ -> RequestOp.READ;
      case WRITE, FLUSH -> RequestOp.WRITE;
      case DISCARD -> RequestOp.DISCARD;
    };
  }

  private void addReach(
      ReplayReach touched, TraceOp op, List<Devices.Device> group, long sector, long count) {
    List<Devices.Device> reached = op == TraceOp.READ ? group.subList(0, 1) : group;
    for (Devices.Device device : reached) {
      switch (op) {
        case READ -> touched.add(device.number(), FaultOp.READ, sector, count);
        case WRITE -> touched.add(device.number(), FaultOp.WRITE, sector, count);
        case DISCARD -> touched.add(device.number(), FaultOp.DISCARD, sector, count);
        case FLUSH -> touched.add(device.number(), FaultOp.FLUSH, 0, device.sectors());
      }
    }
  }
}
