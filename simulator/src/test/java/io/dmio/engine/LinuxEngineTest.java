package io.dmio.engine;

import static io.dmio.engine.EngineFixture.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.BioVec;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.sim.KernelBug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialect linux-6.1, where it differs from classic. */
final class LinuxEngineTest {

  private static final int PREFLUSH = RequestFlag.PREFLUSH.bit();
  private static final int FUA = RequestFlag.FUA.bit();

  private final EngineFixture fixture = EngineFixture.linux(new ClientConfig("main", 1, 1));
  private final FakeDevice disk = FakeDevice.inline(0);

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,4",
    "8,4",
    "32,4",
    "33,16",
    "128,16",
    "129,64",
    "512,64",
    "513,128",
    "1024,128",
    "1025,256",
    "2048,256",
    "2049,256",
    "100000,256"
  })
  void capacity_isOneVectorForEachPageLeft_roundedUpToAnArray(long remaining, int capacity) {
    int slots = LinuxSteps.LINUX_6_1.slots(RequestOp.WRITE, remaining);

    assertThat(LinuxSteps.LINUX_6_1.capacity(slots)).isEqualTo(capacity);
    assertThat(LinuxSteps.LINUX_6_1.slots(RequestOp.DISCARD, remaining)).isZero();
  }

  @Test
  void offset_getsNoVectorOfItsOwn_soThatALargeRegionIsTwoBios() {
    write(128, fixture.pages(17, 3584));

    assertThat(disk.sent()).extracting(sent -> sent.sectorsOfVecs().size()).containsExactly(16, 1);
    assertThat(disk.sent()).extracting(FakeDevice.Sent::capacity).containsExactly(16, 4);
  }

  @Test
  void capacity_isComputedAnewFromWhatIsLeft() {
    write(40, fixture.pieces(40, 512));

    assertThat(disk.sent())
        .extracting(sent -> sent.sectorsOfVecs().size())
        .containsExactly(16, 4, 4, 4, 4, 4, 4);
  }

  @Test
  void contiguousPages_areOneVector_howeverLarge() {
    write(4096, new IoMemory.KernelMemory(fixture.memory.allocate(512), 512 * 4096));

    assertThat(disk.sent()).hasSize(1);
    assertThat(disk.sent().get(0).sectorsOfVecs()).containsExactly(4096);
  }

  @Test
  void pieceThatContinuesTheLastVector_isMergedIntoAFullBio() {
    List<BioVec> vectors = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      vectors.add(new BioVec(fixture.memory.allocate(2), 512));
    }
    BioVec last = vectors.get(3);
    vectors.add(new BioVec(last.address() + 512, 512));
    write(5, new IoMemory.Vectors(vectors, 0));

    assertThat(disk.sent()).hasSize(1);
    assertThat(disk.sent().get(0).sectorsOfVecs()).containsExactly(1, 1, 1, 2);
  }

  @Test
  void limitsOfTheQueue_cutNothing() {
    disk.limited(new QueueLimits(8, 1, 512, 512, 0, 0));
    write(64, fixture.pages(8, 0));

    assertThat(disk.sent()).hasSize(1);
  }

  @Test
  void everyRegion_startsAtTheBeginOfTheMemory() {
    IoMemory.PageList pages = fixture.pages(3, 512);
    List<IoRegion> regions = List.of(new IoRegion(disk, 0, 17), new IoRegion(disk, 90, 17));
    fixture.sync(RequestOp.WRITE, regions, pages);

    assertThat(disk.sent()).hasSize(2);
    assertThat(disk.sent().get(1).addresses()).isEqualTo(disk.sent().get(0).addresses());
  }

  @Test
  void emptyRegion_isSentOnlyWithPreflush_atItsSector() {
    List<IoRegion> far = List.of(new IoRegion(disk, 1L << 40, 0));

    assertThat(call(RequestOp.WRITE, FUA, far)).containsExactly("notified 0x0", "returned OK");
    assertThat(disk.sent()).isEmpty();
    call(RequestOp.READ, PREFLUSH, far);
    assertThat(disk.sent()).hasSize(1);
    assertThat(disk.sent().get(0).sector()).isEqualTo(1L << 40);
    assertThat(disk.sent().get(0).bytes()).isZero();
    assertThat(disk.sent().get(0).capacity()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = RequestOp.class,
      names = {"DISCARD", "WRITE_ZEROES"})
  void operationsWithoutData_areCutByTheLimit_fromTheRegionsBegin(RequestOp op) {
    disk.limited(new QueueLimits(8, 1, 512, 512, 10, 10));
    call(op, 0, List.of(new IoRegion(disk, 3, 25)));

    assertThat(disk.sent()).extracting(FakeDevice.Sent::sector).containsExactly(3L, 13L, 23L);
    assertThat(disk.sent()).extracting(sent -> sent.bytes() / 512).containsExactly(10, 10, 5);
  }

  @Test
  void limitZero_setsTheBitWithoutABio_evenForAnEmptyFlush_andTheOthersGoOn() {
    FakeDevice can = FakeDevice.inline(1).limited(new QueueLimits(8, 1, 512, 512, 10, 0));
    List<IoRegion> regions =
        List.of(
            new IoRegion(disk, 0, 8),
            new IoRegion(can, 0, 8),
            new IoRegion(disk, 0, 0),
            new IoRegion(can, 0, 0));

    assertThat(call(RequestOp.DISCARD, 0, regions)).contains("notified 0x1");
    assertThat(can.sent()).hasSize(1);
    assertThat(call(RequestOp.DISCARD, PREFLUSH, regions)).contains("notified 0x5");
    assertThat(can.sent()).extracting(FakeDevice.Sent::bytes).containsExactly(4096, 4096, 0);
    assertThat(disk.sent()).isEmpty();
  }

  @Test
  void flagsAndPriority_areOnEveryBio_andSyncOnThoseOfSynchronousCalls() {
    int flags = PREFLUSH | FUA | RequestFlag.META.bit();
    List<IoRegion> regions = each(4100, disk);
    fixture.call(RequestOp.WRITE, flags, 0x4003, 0, regions, fixture.pages(513, 0));

    assertThat(disk.sent())
        .hasSize(3)
        .allSatisfy(sent -> assertThat(sent.flags()).isEqualTo(flags));
    assertThat(disk.sent()).allSatisfy(sent -> assertThat(sent.ioPriority()).isEqualTo(0x4003));
    disk.sent().clear();
    write(8, fixture.pages(1, 0));
    assertThat(disk.sent().get(0).flags()).isEqualTo(RequestFlag.SYNC.bit());
    assertThat(disk.sent().get(0).ioPriority()).isZero();
  }

  @Test
  void synchronousCall_takesItsIoFromThePool_andCannotBeInterrupted() {
    FakeDevice slow = FakeDevice.holding(1);
    Heard heard = new Heard().withSignal();
    fixture.call(RequestOp.WRITE, true, each(8, slow), fixture.pages(1, 0), heard);

    assertThat(fixture.ios().out()).isEqualTo(1);
    assertThat(heard.moments()).isEmpty();
    slow.end(0, BlockStatus.OK);
    fixture.simulation.run();
    assertThat(heard.moments()).containsExactly("returned OK 0x0");
    assertThat(fixture.ios().out()).isZero();
  }

  @Test
  void clients_doNotShareReserves() {
    EngineFixture two =
        EngineFixture.linux(new ClientConfig("one", 1, 1), new ClientConfig("two", 1, 1));
    FakeDevice slow = FakeDevice.holding(1);
    two.allocatorDead(true);
    for (int client : new int[] {0, 0, 1}) {
      two.call(RequestOp.WRITE, 0, 0, client, each(8, slow), two.pages(1, 0));
    }

    assertThat(slow.sent()).extracting(FakeDevice.Sent::call).containsExactly(0, 2);
    slow.end(0, BlockStatus.OK);
    two.simulation.run();
    assertThat(slow.sent()).extracting(FakeDevice.Sent::call).containsExactly(0, 2, 1);
  }

  @Test
  void clientWithoutPools_isRefused_andTheOtherIsNot() {
    EngineFixture two =
        EngineFixture.linux(
            pool -> !pool.equals("one.bios"),
            new ClientConfig("one", 1, 1),
            new ClientConfig("two", 1, 1));

    assertThat(two.ios().exists()).isFalse();
    assertThat(two.call(RequestOp.WRITE, 0, 0, 0, each(8, disk), two.pages(1, 0)).result())
        .isEqualTo(IoReturn.refused(Refusal.NO_POOL));
    assertThat(two.call(RequestOp.WRITE, 0, 0, 1, each(8, disk), two.pages(1, 0)).moments())
        .containsExactly("notified 0x0", "returned OK");
  }

  @Test
  void clientThatDoesNotExist_isABug() {
    assertThatThrownBy(
            () -> fixture.call(RequestOp.WRITE, 0, 0, 1, each(8, disk), fixture.pages(1, 0)))
        .isInstanceOf(KernelBug.class)
        .hasMessageContaining("client 1");
  }

  @Test
  void memoryType_isRefusedBeforeTheRuleOnReads_withoutACallback() {
    IoMemory unknown = new IoMemory.Unknown();
    Heard heard = fixture.async(RequestOp.READ, each(8, disk, disk), unknown);

    assertThat(heard.moments()).containsExactly("returned EINVAL");
    assertThat(heard.result().refusal()).isEqualTo(Refusal.MEMORY_TYPE);
  }

  @Test
  void readOfSeveralRegions_isRefusedAndNotified_evenIfTheyAreEmpty() {
    Heard heard = fixture.async(RequestOp.READ, each(0, disk, disk), fixture.pages(1, 0));

    assertThat(heard.moments()).containsExactly("notified 0x1", "returned EIO");
    assertThat(fixture.sync(RequestOp.READ, each(0, disk, disk), fixture.pages(1, 0)).moments())
        .containsExactly("returned EIO");
    assertThat(disk.sent()).isEmpty();
  }

  @Test
  void sixtyFourRegions_haveABitEach_andOneMoreIsRefused() {
    FakeDevice bad = FakeDevice.inline(1).failing(BlockStatus.MEDIUM);
    List<IoRegion> regions = new ArrayList<>(Collections.nCopies(64, new IoRegion(disk, 0, 1)));
    regions.set(63, new IoRegion(bad, 0, 1));

    assertThat(fixture.sync(RequestOp.WRITE, regions, fixture.pages(1, 0)).moments())
        .containsExactly("returned EIO 0x8000000000000000");
    regions.add(new IoRegion(disk, 0, 1));
    assertThat(fixture.sync(RequestOp.WRITE, regions, fixture.pages(1, 0)).moments())
        .containsExactly("returned EINVAL");
  }

  @Test
  void getAndPut_haveNoEffect() {
    assertThat(fixture.engine.put(7)).isEqualTo(IoReturn.ACCEPTED);
    assertThat(fixture.engine.get(7)).isEqualTo(IoReturn.ACCEPTED);
    assertThat(fixture.ios().minNr()).isEqualTo(1);
    assertThat(fixture.ios().exists()).isTrue();
  }

  private void write(long sectors, IoMemory with) {
    fixture.sync(RequestOp.WRITE, each(sectors, disk), with);
  }

  private List<String> call(RequestOp op, int flags, List<IoRegion> regions) {
    return fixture.call(op, flags, 0, 0, regions, fixture.pages(1, 0)).moments();
  }
}
