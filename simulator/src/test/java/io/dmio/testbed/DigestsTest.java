package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.call;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.waitForAll;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.check.Check;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencySpec;
import io.dmio.fault.FaultOp;
import io.dmio.sim.Digest;
import io.dmio.sim.EventLog;
import io.dmio.sim.LogMode;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.LoadSpec.Pattern;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The digests depend on what happens, and on nothing else. */
final class DigestsTest {

  private static WorldSpecs randomWorld() {
    MemorySpec odd =
        new MemorySpec.Bvec(
            List.of(new MemorySpec.Vec(0, 100, 1024), new MemorySpec.Vec(1, 7, 512)), 0);
    return world()
        .disk("a", new LatencySpec.Uniform(0, 200_000), DriverKind.BIO, QueueLimits.UNLIMITED)
        .disk("b", new LatencySpec.Uniform(0, 90_000), DriverKind.REQUEST, QueueLimits.UNLIMITED)
        .bad(0, 100, 40, FaultOp.WRITE)
        .task(
            "t",
            get(16),
            call("odd", RequestOp.WRITE, true, CallExpectation.NONE, odd, at(1, 3, 3)),
            load(Pattern.RANDRW, 300, 24, 2, 0, 1),
            waitForAll(),
            put(16));
  }

  private static void same(RunResult one, RunResult other) {
    assertThat(other.digests().fingerprint()).isEqualTo(one.digests().fingerprint());
    assertThat(other.digests().outcome()).isEqualTo(one.digests().outcome());
    assertThat(other.totals().events()).isEqualTo(one.totals().events());
  }

  @Test
  void equalWorlds_haveEqualDigests() {
    RunResult one = randomWorld().run();

    assertThat(one.failures()).isEmpty();
    same(one, randomWorld().run());
  }

  @Test
  void names_changeTheFingerprint_andNotTheOutcome() {
    RunResult one = named("a", "t", "m");
    for (RunResult other :
        List.of(named("b", "t", "m"), named("a", "u", "m"), named("a", "t", "n"))) {
      assertThat(other.digests().fingerprint()).isNotEqualTo(one.digests().fingerprint());
      assertThat(other.digests().outcome()).isEqualTo(one.digests().outcome());
    }
    same(one, named("a", "t", "m"));
  }

  private static RunResult named(String disk, String task, String mark) {
    return world()
        .disk(disk, new LatencySpec.Fixed(5), DriverKind.BIO, QueueLimits.UNLIMITED)
        .task(task, new Step.Mark(mark))
        .run();
  }

  @Test
  void payloadMode_changesNoDigest() {
    RunResult bytes = randomWorld().payload(PayloadMode.BYTES).run();

    assertThat(bytes.failures()).isEmpty();
    same(randomWorld().run(), bytes);
  }

  @Test
  void logModeAndListener_changeNoDigest() {
    RunResult plain = randomWorld().run();
    for (LogMode mode : LogMode.values()) {
      RunResult other =
          Testbed.run(randomWorld().build(), new RunOptions(mode, new CountingListener(), null));

      same(plain, other);
      assertThat(other.log().count() - other.log().first())
          .isEqualTo(
              switch (mode) {
                case NONE -> 0;
                case RING -> Math.min(EventLog.RING_SIZE, other.totals().events());
                case FULL -> other.totals().events();
              });
    }
  }

  @Test
  void skippedChecks_changeNoDigest() {
    same(randomWorld().run(), randomWorld().skip(Check.values()).run());
  }

  @Test
  void failingChecks_changeNoDigest() {
    WorldSpecs broken = badRead();
    RunOptions options = new RunOptions(LogMode.NONE, RunListener.NONE, BrokenSteps.NO_ZERO_FILL);
    RunResult failing = Testbed.run(broken.build(), options);
    RunResult quiet = Testbed.run(badRead().skip(Check.values()).build(), options);

    assertThat(failing.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(quiet.verdict()).isEqualTo(Verdict.PASSED);
    same(failing, quiet);
  }

  private static WorldSpecs badRead() {
    return world()
        .disks("a")
        .bad(0, 100, 1, FaultOp.READ)
        .task("t", get(1), write("w", at(0, 96, 8)), WorldSpecs.read("r", at(0, 96, 8)), put(1));
  }

  @Test
  void seed_changesTheFingerprintOfARandomLoad() {
    RunResult one = randomWorld().seed(1).run();
    RunResult two = randomWorld().seed(2).run();

    assertThat(two.digests().fingerprint()).isNotEqualTo(one.digests().fingerprint());
    assertThat(two.digests().outcome()).isNotEqualTo(one.digests().outcome());
  }

  @Test
  void drawsOfAStream_changeTheFingerprintAndNotTheOutcome() {
    Step write = write("w", at(0, 0, 8));
    WorldSpecs fixed = world().disks("a").task("t", get(1), write, put(1));
    WorldSpecs drawn =
        world()
            .disk(
                "a", new LatencySpec.Uniform(80_000, 80_000), DriverKind.BIO, QueueLimits.UNLIMITED)
            .task("t", get(1), write, put(1));

    RunResult one = fixed.run();
    RunResult two = drawn.run();

    assertThat(two.log().digest()).isEqualTo(one.log().digest());
    assertThat(two.digests().fingerprint()).isNotEqualTo(one.digests().fingerprint());
    assertThat(two.digests().outcome()).isEqualTo(one.digests().outcome());
  }

  @Test
  void bytesOfNoKind_areFoldedAsBytes_notByTheOrderOfTheirDiscovery() {
    assertThat(digestOfBytes(3, 4, 3)).isEqualTo(digestOfBytes(3, 4, 4));
    assertThat(digestOfBytes(4, 3, 3)).isNotEqualTo(digestOfBytes(3, 4, 3));
  }

  /** Sector 0 and 1 of a disk hold these bytes, of which some were seen before. */
  private static long digestOfBytes(int zero, int one, int seenFirst) {
    Tags tags = new Tags();
    byte[] bytes = new byte[Sectors.SIZE];
    bytes[9] = (byte) seenFirst;
    tags.of(bytes, 0);
    SectorStore medium = SectorStore.create(PayloadMode.TAGS, tags, SectorContent.ZERO);
    bytes[9] = (byte) zero;
    medium.write(0, bytes, 0, Sectors.SIZE);
    bytes[9] = (byte) one;
    medium.write(Sectors.SIZE, bytes, 0, Sectors.SIZE);
    Digest digest = new Digest();
    Digests.foldContents(digest, 0, medium, SectorContent.ZERO, tags);
    return digest.value();
  }

  @Test
  void contents_areInTheOutcomeAndBits() {
    RunResult eight = world().disks("a").task("t", get(1), write("w", at(0, 0, 8))).run();
    RunResult nine = world().disks("a").task("t", get(1), write("w", at(0, 0, 9))).run();
    RunResult failed =
        world()
            .disks("a")
            .bad(0, 0, 1, FaultOp.WRITE)
            .task("t", get(1), write("w", at(0, 0, 8)))
            .run();

    assertThat(
            List.of(
                eight.digests().outcome(), nine.digests().outcome(), failed.digests().outcome()))
        .doesNotHaveDuplicates();
  }

  @Test
  void listener_hearsEveryCallAndBio() {
    CountingListener listener = new CountingListener();
    RunResult result =
        Testbed.run(randomWorld().build(), new RunOptions(LogMode.NONE, listener, null));

    assertThat(listener.calls).isEqualTo(result.totals().calls());
    assertThat(listener.failedCalls).isEqualTo(result.totals().failedCalls()).isPositive();
    assertThat(listener.bios).isEqualTo(result.totals().bios());
    assertThat(listener.failedBios)
        .isEqualTo(result.devices().stream().mapToLong(RunResult.DeviceResult::failed).sum());
  }

  private static final class CountingListener implements RunListener {

    private long calls;
    private long failedCalls;
    private long bios;
    private long failedBios;

    @Override
    public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {
      assertThat(endNanos).isGreaterThanOrEqualTo(startNanos);
      calls++;
      failedCalls += bits == 0 ? 0 : 1;
    }

    @Override
    public void bioEnded(
        int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {
      assertThat(endNanos).isGreaterThanOrEqualTo(submitNanos);
      bios++;
      failedBios += ok ? 0 : 1;
    }
  }
}
