package io.dmio.planted;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes, by the room that they are in, with scenarios of the catalog that see them. */
final class Mistakes {

  private static final String SECTORS = "block/Sectors.java";
  private static final String MEMORY = "engine/IoMemory.java";
  private static final String LIMITS = "block/QueueLimits.java";
  private static final String POOL = "mempool/Mempool.java";
  private static final String WAKING = "mempool/PoolSteps.java";
  private static final String ACCOUNT = "engine/PageAccount.java";
  private static final String POOLS = "engine/IoPools.java";
  private static final String STEPS = "engine/Steps.java";
  private static final String LINUX = "engine/LinuxSteps.java";
  private static final String DISPATCH = "engine/IoDispatch.java";
  private static final String ENGINE = "engine/DmIoEngine.java";
  private static final String SERVICE = "device/DiskService.java";
  private static final String CACHE = "device/WriteCache.java";
  private static final String RULE = "fault/Rule.java";
  private static final String PLUG = "device/PlugQueue.java";
  private static final String LOAD = "workload/LoadTask.java";
  private static final String TAGS = "block/Tags.java";

  /** What engine and checks would both get wrong if the checks asked for it. */
  private static final List<Mistake> COMMON =
      List.of(
          Mistake.of(
              "bytes of sectors by the wrong shift",
              SECTORS,
              "return sectors << SHIFT;",
              "return sectors << SHIFT + 1;",
              "basics/one-bad-region",
              "data"),
          Mistake.of(
              "sectors of bytes by the wrong shift",
              SECTORS,
              "return bytes >> SHIFT;",
              "return bytes >> SHIFT + 1;",
              "basics/one-write",
              "bug"),
          Mistake.of(
              "pages of sectors by the wrong shift",
              SECTORS,
              "return sectors >> PAGE_SHIFT;",
              "return sectors >> PAGE_SHIFT - 1;",
              "regions/page-offset",
              "shape",
              "regions/small-vectors",
              "shape"),
          Mistake.of(
              "one sector too many is touched",
              SECTORS,
              "return (bytes + SIZE - 1) >> SHIFT;",
              "return (bytes + SIZE) >> SHIFT;",
              "regions/narrow-queue",
              "shape",
              "mempool/few-bios",
              "shape"),
          Mistake.of(
              "a quotient is rounded down",
              SECTORS,
              "return (dividend + divisor - 1) / divisor;",
              "return dividend / divisor;",
              "linux-6.1/contiguous-memory",
              "lifetime"),
          Mistake.of(
              "a quotient is one too large where nothing is left over",
              SECTORS,
              "return (dividend + divisor - 1) / divisor;",
              "return dividend / divisor + 1;",
              "linux-6.1/big-regions",
              "shape"),
          Mistake.of(
              "the offset is in each page",
              MEMORY,
              "return piece == 0 ? pages()[0] + offset() : pages()[piece];",
              "return pages()[piece] + offset();",
              "regions/page-offset",
              "lifetime"),
          Mistake.of(
              "the offset is forgotten",
              MEMORY,
              "return piece == 0 ? pages()[0] + offset() : pages()[piece];",
              "return pages()[piece];",
              "regions/page-offset",
              "shape",
              "basics/three-memories",
              "shape"),
          Mistake.of(
              "pages in the wrong order",
              MEMORY,
              "return piece == 0 ? pages()[0] + offset() : pages()[piece];",
              "return piece == 0 ? pages()[0] + offset() : pages()[pages().length - piece];",
              "basics/read-what-was-written",
              "shape",
              "basics/two-copies",
              "shape"),
          Mistake.of(
              "the first page is as long as the others",
              MEMORY,
              "return piece == 0 ? Sectors.PAGE_SIZE - offset() : Sectors.PAGE_SIZE;",
              "return Sectors.PAGE_SIZE;",
              "regions/page-offset",
              "lifetime"),
          Mistake.of(
              "all pages are as short as the first",
              MEMORY,
              "return piece == 0 ? Sectors.PAGE_SIZE - offset() : Sectors.PAGE_SIZE;",
              "return Sectors.PAGE_SIZE - offset();",
              "regions/page-offset",
              "shape"),
          Mistake.of(
              "what was consumed is used again",
              MEMORY,
              "return advance;",
              "return 0;",
              "linux-6.1/consumed-vectors",
              "shape"),
          Mistake.of(
              "all vectors are where the first is",
              MEMORY,
              "return vectors.get(piece).address();",
              "return vectors.get(0).address();",
              "regions/small-vectors",
              "shape"),
          Mistake.of(
              "kernel memory begins a page too late",
              MEMORY,
              "return start;",
              "return start + Sectors.PAGE_SIZE;",
              "linux-6.1/contiguous-memory",
              "lifetime"),
          Mistake.of(
              "the limit of discards is that of write-zeroes",
              LIMITS,
              "case DISCARD -> maxDiscardSectors;",
              "case DISCARD -> maxWriteZeroesSectors;",
              "linux-6.1/mixed-discard",
              "error-bits"),
          Mistake.of(
              "the limit of discards is that of writes",
              LIMITS,
              "case DISCARD -> maxDiscardSectors;",
              "case DISCARD -> maxDiscardSectors == 0 ? 0 : maxSectors;",
              "linux-6.1/mixed-discard",
              "shape"),
          Mistake.of(
              "requests are a sector too small",
              LIMITS,
              "case READ, WRITE -> maxSectors;",
              "case READ, WRITE -> maxSectors - 1;",
              "devices/requests-of-nine-sectors",
              "expect"),
          Mistake.of(
              "requests are a sector too large",
              LIMITS,
              "case READ, WRITE -> maxSectors;",
              "case READ, WRITE -> maxSectors == Long.MAX_VALUE ? maxSectors : maxSectors + 1;",
              "devices/requests-of-nine-sectors",
              "expect"));

  private static final List<Mistake> RESERVES =
      List.of(
          Mistake.of(
              "a grow fills nothing",
              POOL,
              "    fill(steps.grownTo(inReserve, elements));\n",
              "",
              "mempool/grown-reserve",
              "mempool",
              "basics/one-bad-region",
              "mempool"),
          Mistake.of(
              "a reserve lacks one",
              POOL,
              "while (inReserve < elements) {",
              "while (inReserve < elements - 1) {",
              "basics/one-write",
              "mempool"),
          Mistake.of(
              "a create that fails keeps what it has got",
              POOL,
              "      shrink(0);\n      watch",
              "      watch",
              "mempool/get-without-memory",
              "mempool",
              "mempool/get-again-and-again",
              "mempool"),
          Mistake.of(
              "a shrink keeps what is too much",
              POOL,
              "    shrink(elements);\n    lowWater",
              "    lowWater",
              "mempool/grown-reserve",
              "mempool",
              "basics/one-bad-region",
              "mempool"),
          Mistake.of(
              "pages of a get that failed count",
              ACCOUNT,
              "return IoReturn.failed(Errno.ENOMEM);",
              "pages += more;\n      return IoReturn.failed(Errno.ENOMEM);",
              "mempool/get-without-memory",
              "mempool",
              "mempool/get-again-and-again",
              "mempool"),
          Mistake.of(
              "pages of a put that was refused do not count",
              ACCOUNT,
              "return IoReturn.refused(Refusal.PUT_IN_USE);",
              "pages -= fewer;\n      return IoReturn.refused(Refusal.PUT_IN_USE);",
              "mempool/uncovered-put",
              "calls",
              "mempool/refused-puts-change-nothing",
              "calls"),
          Mistake.of(
              "a put that is not covered shrinks the reserve",
              ACCOUNT,
              "return IoReturn.refused(Refusal.PUT_UNCOVERED);",
              "if (pools.exist()) {\n        pools.ios().resize(1);\n      }\n"
                  + "      return IoReturn.refused(Refusal.PUT_UNCOVERED);",
              "mempool/uncovered-put",
              "mempool",
              "mempool/refused-puts-change-nothing",
              "mempool"),
          Mistake.of(
              "the first pool stays where there is no memory for the second",
              POOLS,
              "      ios.destroy();\n",
              "",
              "mempool/second-pool-without-memory",
              "mempool"),
          Mistake.of(
              "nobody asks whether there is memory for the second pool",
              POOLS,
              "    if (!bios.create(biosReserve)) {",
              "    if (!bios.create(biosReserve) && biosReserve < 0) {",
              "mempool/second-pool-without-memory",
              "mempool"),
          Mistake.of(
              "one waiter is woken",
              WAKING,
              "waiters.wake(waiters.size());",
              "waiters.wake(1);",
              "mempool/waiters-outnumber-the-reserve",
              "progress",
              "linux-6.1/waiters-outnumber-the-reserve-of-ios",
              "progress"),
          Mistake.of(
              "the newest waiter is woken",
              WAKING,
              "waiters.wake(waiters.size());",
              "waiters.wakeLast();",
              "mempool/waiters-outnumber-the-reserve",
              "progress",
              "linux-6.1/waiters-outnumber-the-reserve-of-ios",
              "progress"),
          Mistake.of(
              "all clients have one pool",
              ENGINE,
              "return clients[client];",
              "return clients[0];",
              "linux-6.1/two-clients",
              "lifetime",
              "linux-6.1/clients-do-not-share",
              "progress"));

  private static final List<Mistake> CALLS =
      List.of(
          Mistake.of(
              "65 regions are accepted",
              STEPS,
              "request.regions().size() > IoRequest.MAX_REGIONS",
              "request.regions().size() > IoRequest.MAX_REGIONS + 1",
              "regions/sixty-five-regions",
              "shape"),
          Mistake.of(
              "every refusal of an asynchronous call is notified",
              STEPS,
              "return refusal == Refusal.MULTI_REGION_READ;",
              "return true;",
              "sync/refused-asynchronous-calls",
              "error-bits",
              "regions/sixty-five-regions",
              "error-bits"),
          Mistake.of(
              "a call without a pool is not refused",
              STEPS,
              "    if (!poolExists) {\n      return Refusal.NO_POOL;\n    }\n",
              "",
              "sync/refused-asynchronous-calls",
              "bug",
              "mempool/second-pool-without-memory",
              "bug"),
          Mistake.of(
              "linux-6.1 honours signals",
              LINUX,
              "  public boolean interruptible() {\n    return false;",
              "  public boolean interruptible() {\n    return true;",
              "linux-6.1/signals",
              "calls"),
          Mistake.of(
              "classic does not look for signals",
              STEPS,
              "  public boolean interruptible() {\n    return true;",
              "  public boolean interruptible() {\n    return false;",
              "basics/one-write",
              "calls",
              "sync/signal-before-the-wait",
              "calls"),
          Mistake.of(
              "sectors of 32 bits",
              DISPATCH,
              "to.sector() + (to.count() - remaining),",
              "(int) to.sector() + (to.count() - remaining),",
              "regions/beyond-two-to-the-32",
              "shape"),
          Mistake.of(
              "the count of a call's bios goes on in the next call",
              DISPATCH,
              "    sent.clear();\n",
              "",
              "faults/second-bio-of-a-later-call",
              "expect"));

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
              "      data.move(bio, stay.transfer(), stay.instead());\n    }\n    stays",
              "      data.move(bio, bio.bytes(), stay.instead());\n    }\n    stays",
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
              "      written.settleUntil(stay.flushLimit());\n    } else {",
              "      written.settleUntil(written.clock());\n    } else {",
              "power/in-flight-at-the-flush",
              "expect",
              "power/written-after-the-flush",
              "expect"),
          Mistake.of(
              "what follows a write with FUA is durable as well",
              SERVICE,
              "    written.setThrough(false);\n",
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
              "device/StayLine.java",
              "    stay.setNext(null);\n    if (last == null) {\n      first = stay;",
              "    stay.setNext(first);\n    if (last != null) {\n      first = stay;\n"
                  + "      size++;\n      return;\n    }\n    if (last == null) {\n"
                  + "      first = stay;",
              "devices/two-at-a-time",
              "expect"),
          Mistake.of(
              "the flush after a write with FUA does not cover it",
              SERVICE,
              "      stay.setFlushLimit(written.clock());\n",
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
              "fault/PlaceRule.java",
              "sector < stop; sector++",
              "sector < Math.min(stop, first + 1); sector++",
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
              "fault/PlaceRule.java",
              "    part.bad.remove(first, end);\n",
              "    part.bad.clear();\n",
              "faults/heals-where-it-is-written",
              "expect"),
          Mistake.of(
              "a load has one call too many under way",
              LOAD,
              "new LoadSlot[spec.sync() ? 1 : spec.ioDepth()]",
              "new LoadSlot[spec.sync() ? 1 : spec.ioDepth() + 1]",
              "basics/as-deep-as-it-says",
              "expect"),
          Mistake.of(
              "a load makes one call too few",
              LOAD,
              "boolean more = made < spec.calls()",
              "boolean more = made + 1 < spec.calls()",
              "basics/as-deep-as-it-says",
              "expect"),
          Mistake.of(
              "a load goes on after an error",
              LOAD,
              "stopped |= failed && spec.stopOnError();",
              "stopped |= false;",
              "basics/stops-at-an-error",
              "expect"),
          Mistake.of(
              "reads for writes, and writes for reads",
              "workload/LoadDraws.java",
              "stream.below(100) < spec.readPercent()",
              "stream.below(100) >= spec.readPercent()",
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

  private Mistakes() {}

  static List<Mistake> all() {
    return Stream.of(COMMON, RESERVES, CALLS, DEVICES, OTHERS).flatMap(List::stream).toList();
  }
}
