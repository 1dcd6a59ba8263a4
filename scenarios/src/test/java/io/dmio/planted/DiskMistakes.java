package io.dmio.planted;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in disks and caches, and in whatever uses them. */
final class DiskMistakes {

  private static final String SERVICE = "device/DiskService.java";
  private static final String CACHE = "device/WriteCache.java";
  private static final String RULE = "fault/Onsets.java";
  private static final String PLUG = "device/PlugQueue.java";
  private static final String LOAD = "workload/LoadTask.java";
  private static final String TAGS = "block/Tags.java";

  private static final List<Mistake> DEVICES =
      List.of(
          Mistake.of(
              "reads take as long as writes, and writes as reads",
              SERVICE,
              "return bio.op() == RequestOp.READ ? readLatency : writeLatency;",
              "return bio.op() != RequestOp.READ ? readLatency : writeLatency;",
              "devices/latency-of-each-operation",
              "expect"),
          Mistake.of(
              "writes take as long as reads",
              SERVICE,
              "return bio.op() == RequestOp.READ ? readLatency : writeLatency;",
              "return readLatency;",
              "devices/latency-of-each-operation",
              "expect",
              "devices/latency-of-flushes",
              "expect"),
          Mistake.of(
              "flushes take as long as writes",
              SERVICE,
              "flushLatency = LatencySampler.of(spec.latency().flush(), tables);",
              "flushLatency = LatencySampler.of(spec.latency().write(), tables);",
              "devices/latency-of-flushes",
              "expect"),
          Mistake.of(
              "a write that fails moves all of its data",
              SERVICE,
              "      data.move(bio, command.transfer(), command.replacement());\n    }\n    slots",
              "      data.move(bio, bio.bytes(), command.replacement());\n    }\n    slots",
              "power/path-goes-down",
              "expect",
              "power/one-of-three",
              "expect"),
          Mistake.of(
              "one bio too many is served at once",
              SERVICE,
              "serving < spec.queueDepth()",
              "serving <= spec.queueDepth()",
              "devices/two-at-a-time",
              "expect"),
          Mistake.of(
              "one bio too few is served at once",
              SERVICE,
              "serving < spec.queueDepth()",
              "serving < Math.max(1, spec.queueDepth() - 1)",
              "devices/two-at-a-time",
              "expect"),
          Mistake.of(
              "a cache is durable at once",
              CACHE,
              "      if (through) {",
              "      if (true) {",
              "power/flush-makes-durable",
              "expect",
              "negative/random-loses-something",
              "expect"),
          Mistake.of(
              "random keeps nothing",
              "device/Chooser.java",
              "case RANDOM -> new OneOf(stream.get()::below);",
              "case RANDOM -> new OneOf(bound -> stream.get().below(bound) * 0);",
              "negative/random-keeps-something",
              "expect"),
          Mistake.of(
              "writes in flight never survive",
              "device/DiskPower.java",
              "    inFlight.run();\n",
              "",
              "power/all-survives",
              "expect",
              "recovery/both-legs-torn",
              "expect"),
          Mistake.of(
              "a flush covers what comes after it",
              SERVICE,
              "      written.flushUntil(command.flushLimit());\n    } else {",
              "      written.flushUntil(written.clock());\n    } else {",
              "power/in-flight-at-the-flush",
              "expect",
              "power/written-after-the-flush",
              "expect"),
          Mistake.of(
              "what follows a write with FUA is durable as well",
              SERVICE,
              "    written.setWriteThrough(false);\n",
              "",
              "power/after-a-durable-write",
              "expect"),
          Mistake.of(
              "a bio of which a request failed ends well",
              "device/RequestQueue.java",
              "cutter.close(split, status);",
              "cutter.close(split, BlockStatus.OK);",
              "devices/one-request-fails",
              "error-bits"),
          Mistake.of(
              "a plugged queue waits for a fifth bio",
              PLUG,
              "held == THRESHOLD",
              "held == THRESHOLD + 1",
              "devices/plugged-queue",
              "expect"),
          Mistake.of(
              "a plugged queue does not mind that somebody waits",
              PLUG,
              "if (sync || held",
              "if (held",
              "devices/plugged-queue",
              "expect"),
          Mistake.of(
              "who came last is served first",
              "device/CommandFifo.java",
              "    command.setNext(null);\n    if (last == null) {\n      first = command;",
              "    command.setNext(first);\n    if (last != null) {\n      first = command;\n"
                  + "      size++;\n      return;\n    }\n    if (last == null) {\n"
                  + "      first = command;",
              "devices/two-at-a-time",
              "expect"),
          Mistake.of(
              "the flush after a write with FUA does not cover it",
              SERVICE,
              "      command.setFlushLimit(written.clock());\n",
              "",
              "power/fua-with-and-without",
              "durability"));

  private static final List<Mistake> OTHERS =
      List.of(
          Mistake.of(
              "all buffers hold the same",
              TAGS,
              "        | (write << STAMP_SECTOR_BITS & VALUE_MASK)\n",
              "",
              "faults/misdirected-write",
              "expect",
              "recovery/both-legs-torn",
              "expect"),
          Mistake.of(
              "all sectors of a buffer hold the same",
              TAGS,
              "        | (sector & (1 << STAMP_SECTOR_BITS) - 1);\n  }\n\n  /** Whether a tag is a"
                  + " sector",
              ";\n  }\n\n  /** Whether a tag is a sector",
              "tables/up-and-down",
              "expect",
              "linux-6.1/fsync-every-third",
              "expect"),
          Mistake.of(
              "an onset lasts twice as long",
              RULE,
              "saturatedAdd(simulation.now(), ending.nanos())",
              "saturatedAdd(simulation.now(), 2 * ending.nanos())",
              "faults/as-long-as-it-says",
              "expect"),
          Mistake.of(
              "an onset by itself lasts twice as long",
              RULE,
              "saturatedAdd(opensAt, ending.nanos())",
              "saturatedAdd(opensAt, 2 * ending.nanos())",
              "faults/as-long-as-it-says",
              "expect"),
          Mistake.of(
              "only the first sector of a bio is drawn for",
              "fault/RuleOnDisk.java",
              "sector < stop; sector++",
              "sector < Math.min(stop, access.first() + 1); sector++",
              "faults/each-sector-is-drawn",
              "expect"),
          Mistake.of(
              "a window is open at its end",
              RULE,
              "now < trigger.untilNanos()",
              "now <= trigger.untilNanos()",
              "faults/edges-of-a-window",
              "expect"),
          Mistake.of(
              "an onset lasts a nanosecond longer",
              RULE,
              "return active && simulation.now() < lastsUntil;",
              "return active && simulation.now() <= lastsUntil;",
              "faults/edges-of-a-window",
              "expect"),
          Mistake.of(
              "a rewrite heals more than it covers",
              "fault/RuleOnDisk.java",
              "    bad.remove(first, end);\n",
              "    bad.clear();\n",
              "faults/heals-where-it-is-written",
              "expect"),
          Mistake.of(
              "a load has one call too many under way",
              LOAD,
              "new LoadSlot[spec.calls().sync() ? 1 : spec.pace().ioDepth()]",
              "new LoadSlot[spec.calls().sync() ? 1 : spec.pace().ioDepth() + 1]",
              "basics/as-deep-as-it-says",
              "expect"),
          Mistake.of(
              "a load makes one call too few",
              LOAD,
              "boolean more = made < pace.most()",
              "boolean more = made + 1 < pace.most()",
              "basics/as-deep-as-it-says",
              "expect"),
          Mistake.of(
              "a load goes on after an error",
              LOAD,
              "stopped |= failed && spec.pace().stopOnError();",
              "stopped |= false;",
              "basics/stops-at-an-error",
              "expect"),
          Mistake.of(
              "reads for writes, and writes for reads",
              "workload/LoadDraws.java",
              "stream.below(100) < spec.shape().readPercent()",
              "stream.below(100) >= spec.shape().readPercent()",
              "basics/a-quarter-are-reads",
              "expect"),
          Mistake.of(
              "a signal stays when it was honoured",
              "workload/StepTask.java",
              "    signalled = false;\n    return pending;",
              "    return pending;",
              "sync/signal-before-the-wait",
              "expect"),
          Mistake.of(
              "copies are never shuffled",
              "workload/LoadDraws.java",
              "    if (read || random) {",
              "    if (false) {",
              "basics/copies-go-everywhere",
              "expect"),
          Mistake.of(
              "of events at the same time the newest is first",
              "sim/RadixHeap.java",
              "if (time >= times[head]) {",
              "if (time > times[head]) {",
              "basics/same-nanosecond",
              "expect"));

  private DiskMistakes() {}

  static List<Mistake> all() {
    return Stream.of(DEVICES, OTHERS).flatMap(List::stream).toList();
  }
}
