package io.dmio.planted;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in pools, and in what the engine does of a call. */
final class EngineMistakes {

  private static final String POOL = "mempool/Mempool.java";
  private static final String WAKING = "mempool/PoolSteps.java";
  private static final String ACCOUNT = "engine/PageAccount.java";
  private static final String POOLS = "engine/IoPools.java";
  private static final String STEPS = "engine/Steps.java";
  private static final String LINUX = "engine/LinuxSteps.java";
  private static final String DISPATCH = "engine/IoDispatch.java";
  private static final String ENGINE = "engine/DmIoEngine.java";

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

  private EngineMistakes() {}

  static List<Mistake> all() {
    return Stream.of(RESERVES, CALLS).flatMap(List::stream).toList();
  }
}
