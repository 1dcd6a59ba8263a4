package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.engine.FakeDevice;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the checks say of bios by the size of their region. */
final class RegionShapesTest {

  private final CheckFixture world = new CheckFixture();

  /** Sends bios without vectors for the first region, one behind the other. */
  private void send(IoRequest request, int... sizes) {
    ScriptedEngine engine =
        new ScriptedEngine(
            (submitted, callback) -> {
              sendAll(submitted, callback, sizes);
              callback.returned(submitted, IoReturn.ACCEPTED);
            },
            IoReturn.ACCEPTED);
    world.ledgerOver(engine).submit(request, new CheckFixture.Heard());
  }

  private static void sendAll(IoRequest request, IoCallback callback, int... sizes) {
    long sector = request.regions().get(0).sector();
    for (int bytes : sizes) {
      Bio bio = new Bio();
      bio.prepare(request.op(), 0, sector, 0, 0);
      bio.own(ended -> {}, 0);
      bio.number(0, request.call(), 0);
      bio.resizeTo(bytes);
      callback.submit(request, 0, bio);
      sector += 8;
    }
  }

  private static IoRequest discard(long sectors) {
    QueueLimits limits = new QueueLimits(Long.MAX_VALUE, 128, 512, 512, 8, 0);
    IoRegion region = new IoRegion(FakeDevice.holding(0).limited(limits), 100, sectors);
    return IoRequest.of(0, RequestOp.DISCARD, false, new IoMemory.None(), List.of(region));
  }

  private List<String> shapes() {
    return world.failures.kept().stream()
        .filter(failure -> failure.check() == Check.SHAPE)
        .map(Failure::message)
        .toList();
  }

  @Test
  void discards_asLargeAsTheDeviceTakesThem_areRight() {
    send(discard(20), 4096, 4096, 2048);

    assertThat(shapes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 512, 1536, 2560, 4096})
  void lastDiscardOfAnotherSize_isWrong(int bytes) {
    send(discard(20), 4096, 4096, bytes);

    assertThat(shapes())
        .singleElement()
        .asString()
        .endsWith("it has 0 vectors of " + bytes + " bytes, not 0 of 2048");
  }

  @Test
  void discardThatIsCutTooSmall_isWrong() {
    send(discard(8), 2048);

    assertThat(shapes()).singleElement().asString().contains("of 2048 bytes, not 0 of 4096");
  }

  @Test
  void regionThatIsBegunAndNotCovered_lacksItsLastSectors() {
    send(discard(20), 4096);

    assertThat(shapes())
        .singleElement()
        .asString()
        .endsWith("no bio of region 0 covers its last 12 sectors");
  }

  @Test
  void regionWithAWrongBio_isNotJudgedAnyMore() {
    send(discard(20), 2048, 512, 4096);

    assertThat(shapes()).singleElement().asString().contains("of 2048 bytes, not 0 of 4096");
  }

  @Test
  void bioForARegionWithoutSectors_isOneTooMany() {
    List<IoRegion> regions = List.of(new IoRegion(world.disk, 100, 0));
    send(IoRequest.of(0, RequestOp.WRITE, false, world.page(0), regions), 0);

    assertThat(shapes()).singleElement().asString().contains("the region was covered before");
  }

  @Test
  void regionsOfOneCall_haveBiosOfTheirOwnSizes() {
    IoMemory memory = new IoMemory.PageList(world.memory.allocateScattered(3, 1), 512);
    List<IoRegion> regions =
        List.of(
            new IoRegion(world.disk, 0, 8),
            new IoRegion(world.disk, 100, 16),
            new IoRegion(world.disk, 200, 0),
            new IoRegion(world.disk, 300, 3),
            new IoRegion(world.disk, 400, 3));
    world.ledger.submit(
        IoRequest.of(0, RequestOp.WRITE, false, memory, regions), new CheckFixture.Heard());

    assertThat(world.disk.held).hasSize(4);
    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void laterCallsInTheSameMemory_haveBiosOfTheirOwnShapes() {
    IoMemory memory = new IoMemory.PageList(world.memory.allocateScattered(3, 1), 512);
    QueueLimits limits = new QueueLimits(8, 128, 512, 512, 8, 0);
    FakeDevice wide = FakeDevice.inline(0).limited(new QueueLimits(16, 128, 512, 512, 8, 0));
    FakeDevice narrow = FakeDevice.inline(0).limited(limits);

    submit(world, RequestOp.WRITE, 0, memory, new IoRegion(wide, 0, 8));
    submit(world, RequestOp.WRITE, 0, memory, new IoRegion(wide, 100, 8));
    submit(world, RequestOp.WRITE, 0, memory, new IoRegion(wide, 200, 16));
    submit(world, RequestOp.WRITE, 0, memory, new IoRegion(narrow, 300, 16));
    submit(world, RequestOp.DISCARD, 0, memory, new IoRegion(narrow, 300, 16));
    submit(world, RequestOp.WRITE, 0, memory, new IoRegion(narrow, 300, 16));
    submit(world, RequestOp.WRITE, 0, world.page(1), new IoRegion(narrow, 300, 3));
    submit(world, RequestOp.WRITE, 0, world.page(2), new IoRegion(narrow, 300, 3));

    assertThat(world.ledger.open()).isEmpty();
    assertThat(narrow.sent()).hasSize(10);
    assertThat(world.failures.kept()).isEmpty();
  }

  @Test
  void flushAfterAnEmptyWriteInTheSameMemory_isSent() {
    CheckFixture modern = CheckFixture.powered(true);
    IoRegion nothing = new IoRegion(FakeDevice.inline(0), 0, 0);
    IoMemory memory = modern.page(0);

    submit(modern, RequestOp.WRITE, 0, memory, nothing);
    submit(modern, RequestOp.WRITE, RequestFlag.PREFLUSH.bit(), memory, nothing);
    submit(modern, RequestOp.WRITE, 0, memory, nothing);

    assertThat(modern.failures.kept()).isEmpty();
  }

  private static void submit(
      CheckFixture to, RequestOp op, int flags, IoMemory memory, IoRegion region) {
    to.ledger.submit(
        new IoRequest(0, op, false, flags, 0, memory, List.of(region), 0),
        new CheckFixture.Heard());
  }
}
