package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.C;
import static io.dmio.workload.Steps.at;
import static io.dmio.workload.Steps.mark;
import static io.dmio.workload.Steps.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Errno;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.sim.LogMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoadTaskTest {

  private final TestWorld world = new TestWorld();

  @Test
  void load_makesExactlyItsCalls_numberedFromOne_andNeverMoreThanItsDepthAtOnce() {
    world.io.latency(request -> 10 + request.call() % 7);

    Workload workload = world.run(load(new Words().depth(5).calls(300)), mark("m"));

    assertThat(world.io.submitted).isEqualTo(300);
    assertThat(world.io.mostUnderWay).isEqualTo(5);
    assertThat(world.namesOfCalls()).startsWith("l[1]", "l[2]").endsWith("l[300]");
    assertThat(world.depthAtStart).containsOnly(0);
    assertThat(world.moments.timeOf("l")).isEqualTo(world.moments.timeOf("m"));
    assertThat(workload.isFinished()).isTrue();
  }

  @Test
  void load_ofInlineCalls_endsToo() {
    world.run(load(new Words().depth(4).calls(50)));

    assertThat(world.io.submitted).isEqualTo(50);
    assertThat(world.moments.isReached("l")).isTrue();
  }

  @Test
  void syncLoad_hasOneCallUnderWay_whateverItsDepth() {
    world.io.latency(request -> 10);

    world.run(load(new Words().depth(8).calls(20).sync()));

    assertThat(world.io.mostUnderWay).isEqualTo(1);
    assertThat(world.moments.timeOf("l")).isEqualTo(200);
  }

  @Test
  void submitter_waitsWhileACallHasNotReturned() {
    world.io.otherwise(new FakeIo.Plan(3, 100, 0, null));

    world.run(load(new Words().depth(4).calls(20)));

    assertThat(world.io.submitted).isEqualTo(20);
    assertThat(world.io.mostWaitingToReturn).isEqualTo(1);
    assertThat(world.io.mostUnderWay).isEqualTo(4);
    assertThat(world.heard).contains("0 started l[1]", "3 started l[2]", "6 started l[3]");
  }

  @Test
  void fsync_flushesAllDevicesAfterSoManyWrites_andDrawsNothing() {
    world.io.latency(request -> 10);
    TestWorld plain = new TestWorld();
    plain.io.latency(request -> 10);

    world.run(load(new Words().pattern(LoadSpec.Pattern.RANDRW).calls(60).fsync(4).verify()));
    plain.run(load(new Words().pattern(LoadSpec.Pattern.RANDRW).calls(60).verify()));

    List<IoRequest> requests = world.io.requests;
    List<IoRequest> flushes = requests.stream().filter(LoadTaskTest::isFlush).toList();
    assertThat(flushes).isNotEmpty();
    assertThat(flushes)
        .allSatisfy(
            flush ->
                assertThat(flush.regions().stream().map(region -> region.device().id()))
                    .containsExactly(A, B, C));
    assertThat(writesBetweenFlushes(requests)).startsWith(4L, 4L, 4L);
    assertThat(requests.stream().filter(request -> !isFlush(request)).map(LoadTaskTest::place))
        .containsExactlyElementsOf(plain.io.requests.stream().map(LoadTaskTest::place).toList());
  }

  private static boolean isFlush(IoRequest request) {
    return request.flags() == RequestFlag.PREFLUSH.bit();
  }

  private static String place(IoRequest request) {
    IoRegion region = request.regions().get(0);
    return request.op() + " " + region.device().id() + "@" + region.sector();
  }

  private static List<Long> writesBetweenFlushes(List<IoRequest> requests) {
    List<Long> counts = new ArrayList<>();
    long writes = 0;
    for (IoRequest request : requests) {
      if (isFlush(request)) {
        counts.add(writes);
        writes = 0;
      } else if (request.op() == RequestOp.WRITE) {
        writes++;
      }
    }
    return counts;
  }

  @Test
  void thinkTime_isAPauseAfterEachCall() {
    world.io.latency(request -> 10);

    world.run(load(new Words().depth(1).calls(3).think(5)));

    assertThat(world.heard).contains("0 started l[1]", "15 started l[2]", "30 started l[3]");
  }

  @Test
  void syncLoad_thinksToo_whateverItsDepth() {
    world.io.latency(request -> 10);

    world.run(load(new Words().depth(8).calls(3).think(5).sync()));

    assertThat(world.heard).contains("0 started l[1]", "15 started l[2]", "30 started l[3]");
  }

  @Test
  void runtime_endsTheLoad() {
    world.io.latency(request -> 10);

    world.run(load(new Words().depth(1).calls(Long.MAX_VALUE).runtime(45)));

    assertThat(world.io.submitted).isEqualTo(5);
    assertThat(world.moments.timeOf("l")).isEqualTo(50);
  }

  @Test
  void stopOnError_makesNoCallAfterTheFirstFailedOne() {
    world.io.otherwise(FakeIo.Plan.after(10)).plan("l[7]", FakeIo.Plan.failing(1));

    world.run(load(new Words().depth(2).calls(100).stopOnError()));

    assertThat(world.io.submitted).isEqualTo(8);
  }

  @Test
  void withoutStopOnError_failuresAndRefusals_endNothing() {
    world.io.otherwise(FakeIo.Plan.refused(Refusal.NO_POOL)).plan("l[7]", FakeIo.Plan.failing(1));

    world.run(load(new Words().depth(2).calls(100)));

    assertThat(world.io.submitted).isEqualTo(100);
    assertThat(world.moments.isReached("l")).isTrue();
  }

  @Test
  void sequentialPatterns_goOnWhereTheyWere_andWrapWithinTheRange() {
    world.run(load(new Words().pattern(LoadSpec.Pattern.WRITE).block(8, 8).range(80, 24).calls(5)));

    assertThat(firstSectors()).containsExactly(80L, 88L, 96L, 80L, 88L);
  }

  @Test
  void sequentialReadsAndWrites_haveAPositionEach() {
    world.run(
        load(new Words().pattern(LoadSpec.Pattern.RW).block(8, 8).range(0, 8_000).calls(200)));

    assertThat(firstSectorsOf(RequestOp.READ))
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(50);
    assertThat(firstSectorsOf(RequestOp.WRITE))
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(50);
    assertThat(firstSectorsOf(RequestOp.READ).get(1)).isEqualTo(8);
    assertThat(firstSectorsOf(RequestOp.WRITE).get(1)).isEqualTo(8);
  }

  @Test
  void patterns_readOrWrite_asTheirNamesSay() {
    assertThat(opsOf(LoadSpec.Pattern.READ)).containsOnly(RequestOp.READ);
    assertThat(opsOf(LoadSpec.Pattern.RANDREAD)).containsOnly(RequestOp.READ);
    assertThat(opsOf(LoadSpec.Pattern.WRITE)).containsOnly(RequestOp.WRITE);
    assertThat(opsOf(LoadSpec.Pattern.RANDWRITE)).containsOnly(RequestOp.WRITE);
    assertThat(opsOf(LoadSpec.Pattern.RANDRW)).contains(RequestOp.READ, RequestOp.WRITE);
  }

  @Test
  void readPercent_isTheShareOfReads() {
    world.run(load(new Words().pattern(LoadSpec.Pattern.RANDRW).readPercent(30).calls(10_000)));

    long reads = world.io.requests.stream().filter(r -> r.op() == RequestOp.READ).count();
    assertThat(reads).isBetween(2_800L, 3_200L);
  }

  @Test
  void sequentialWrites_goToTheListedDevices_inTheirOrder() {
    world.run(
        load(new Words().pattern(LoadSpec.Pattern.WRITE).devices(C, A, B).copies(2, 2).calls(3)));

    assertThat(world.io.requests)
        .allSatisfy(
            request ->
                assertThat(request.regions())
                    .extracting(region -> region.device().id())
                    .containsExactly(C, A));
  }

  @Test
  void bufferOfASlot_isUsedAgain_andFreedAtTheEnd() {
    world.run(load(new Words().depth(1).block(8, 64).calls(100)));

    List<Long> addresses =
        world.io.requests.stream().map(r -> r.memory().address(0)).distinct().toList();
    assertThat(addresses).hasSize(1);
    assertThat(world.memory.isAllocated(addresses.get(0))).isFalse();
    assertThat(world.io.requests)
        .allSatisfy(
            r -> assertThat(r.memory().pieces()).isEqualTo((int) (r.regions().get(0).count() / 8)));
  }

  @Test
  void everyWrite_hasDataOfItsOwn() {
    world.run(load(new Words().pattern(LoadSpec.Pattern.WRITE).block(8, 8).range(0, 32).calls(4)));

    assertThat(world.io.store(A).tag(17)).isEqualTo(Tags.stamp(2, 1));
  }

  @Test
  void verify_isSatisfied_byAnHonestDevice_alsoWithOverlaps() {
    world.io.latency(request -> 10 + request.call() % 7);

    world.run(load(new Words().depth(8).calls(500).block(8, 32).range(64, 128).verify()));

    assertThat(world.complaints).isEmpty();
    assertThat(world.io.submitted).isGreaterThan(500);
    assertThat(world.io.requests.get((int) world.io.submitted - 1).op()).isEqualTo(RequestOp.READ);
  }

  @Test
  void verify_tellsWhatIsWrong() {
    Words words =
        new Words().pattern(LoadSpec.Pattern.WRITE).block(8, 8).range(0, 32).calls(4).verify();
    world.io.latency(
        request -> {
          if (request.op() == RequestOp.READ) {
            world.io.store(A).setTag(10, Tags.ZERO);
          }
          return 10;
        });

    world.run(load(words));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("a@10 holds zeroes, should hold l[2]");
  }

  @Test
  void verify_leavesOutWhatFailed_andWhatTwoWritesHadUnderWay() {
    WrittenTags written =
        new WrittenTags(
            new TaskContext(
                world.context, new CrossBootState(List.of(), SectorPlaces.PLAIN), List.of()));
    IoRequest first = writeOf(1, at(A, 0, 4));
    IoRequest second = writeOf(2, at(A, 2, 4));
    written.begin(first);
    written.begin(second);
    written.end(first, IoReturn.ACCEPTED, 0);
    written.end(second, IoReturn.ACCEPTED, 0);

    assertThat(written.known(100)).containsExactly(at(A, 0, 2), at(A, 4, 2));
    assertThat(written.tag(A, 5)).isEqualTo(Tags.stamp(2, 3));

    IoRequest third = writeOf(3, at(A, 1, 3));
    written.begin(third);
    written.end(third, IoReturn.ACCEPTED, 0);
    assertThat(written.known(100)).containsExactly(at(A, 0, 6));
    assertThat(written.known(4)).containsExactly(at(A, 0, 4), at(A, 4, 2));

    IoRequest failing = writeOf(4, at(B, 0, 4), at(A, 5, 1));
    written.begin(failing);
    written.end(failing, IoReturn.ACCEPTED, 0b10);
    assertThat(written.known(100)).containsExactly(at(A, 0, 5), at(B, 0, 4));
    IoRequest refused = writeOf(5, at(B, 0, 2));
    written.begin(refused);
    written.end(refused, IoReturn.refused(Refusal.NO_POOL), 0);
    assertThat(written.known(100)).containsExactly(at(A, 0, 5), at(B, 2, 2));
  }

  @Test
  void verify_leavesOutForGood_whereBiosOfAnInterruptedWriteMayCome() {
    WrittenTags written =
        new WrittenTags(
            new TaskContext(
                world.context, new CrossBootState(List.of(), SectorPlaces.PLAIN), List.of()));
    IoRequest interrupted = writeOf(1, at(A, 0, 2));
    written.begin(interrupted);
    written.end(interrupted, IoReturn.failed(Errno.EINTR), 0);
    IoRequest second = writeOf(2, at(A, 0, 4));
    written.begin(second);
    written.end(second, IoReturn.DONE, 0);
    assertThat(written.known(100)).containsExactly(at(A, 2, 2));
  }

  @Test
  void singleCalls_canBeWaitedFor_andVerified() {
    Words words =
        new Words().pattern(LoadSpec.Pattern.WRITE).block(8, 8).range(0, 32).calls(4).depth(1);
    world.io.latency(request -> 10);
    TaskSpec loads = new TaskSpec(0, "t", List.of(load(words)));
    TaskSpec waits =
        new TaskSpec(
            1, "u", List.of(Steps.waitFor("l[2]"), mark("m"), verify("v", at(A, 8, 8), "l[2]")));

    world.run(loads, waits);

    assertThat(world.moments.timeOf("m")).isEqualTo(20);
    assertThat(world.complaints).isEmpty();
  }

  @Test
  void nameOfALoad_holdsWhateverItsWritesWrote() {
    Words words = new Words().pattern(LoadSpec.Pattern.WRITE).block(8, 8).range(0, 32).calls(6);

    world.run(
        load(words), Steps.write("w", at(A, 3, 1)), verify("v", at(A, 0, 33), "l", "initial"));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("a@3 holds w, should hold l or initial");
  }

  @Test
  void singleCalls_leaveNoMoment_ifNobodySpeaksOfThem() {
    world.run(load(new Words().calls(4)));

    assertThat(world.moments.isReached("l[2]")).isFalse();
  }

  @Test
  void hang_tellsHowManyCallsAreMissing() {
    world.io.otherwise(FakeIo.Plan.never());

    Workload workload = world.run(load(new Words().depth(6).calls(10)));

    assertThat(workload.unfinished())
        .containsExactly(
            "t: t.1 waits for 6 calls of l; under way: l[1] (not notified), l[2] (not notified),"
                + " l[3] (not notified), l[4] (not notified) and 2 more");
  }

  @Test
  void equalSeeds_giveEqualRuns_andOthersDoNot() {
    assertThat(digest(1, PayloadMode.TAGS)).isEqualTo(digest(1, PayloadMode.TAGS));
    assertThat(digest(1, PayloadMode.TAGS)).isEqualTo(digest(1, PayloadMode.BYTES));
    assertThat(digest(1, PayloadMode.TAGS)).isNotEqualTo(digest(2, PayloadMode.TAGS));
  }

  private static long digest(long seed, PayloadMode mode) {
    TestWorld world = new TestWorld(seed, mode, LogMode.NONE);
    world.io.latency(request -> request.regions().get(0).sector() % 97);
    world.run(
        load(
            new Words()
                .pattern(LoadSpec.Pattern.RANDRW)
                .depth(4)
                .calls(300)
                .block(8, 64)
                .verify()));
    assertThat(world.complaints).isEmpty();
    return world.log.digest();
  }

  private List<RequestOp> opsOf(LoadSpec.Pattern pattern) {
    TestWorld fresh = new TestWorld();
    fresh.run(load(new Words().pattern(pattern).calls(50)));
    return fresh.io.requests.stream().map(IoRequest::op).toList();
  }

  private List<Long> firstSectors() {
    return world.io.requests.stream().map(r -> r.regions().get(0).sector()).toList();
  }

  private List<Long> firstSectorsOf(RequestOp op) {
    return world.io.requests.stream()
        .filter(r -> r.op() == op)
        .map(r -> r.regions().get(0).sector())
        .toList();
  }

  private IoRequest writeOf(int call, RegionSpec... specs) {
    List<IoRegion> regions =
        List.of(specs).stream()
            .map(s -> new IoRegion(world.devices.get(s.device()), s.sector(), s.count()))
            .toList();
    return IoRequest.of(call, RequestOp.WRITE, false, new IoMemory.None(), regions);
  }

  private static Step.Load load(Words words) {
    return new Step.Load("l", words.spec());
  }
}
