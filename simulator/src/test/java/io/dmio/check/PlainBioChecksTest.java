package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.check.CheckFixture.Heard;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import org.junit.jupiter.api.Test;

/** Bios past dm-io are judged as what they are: their data, and not as calls. */
final class PlainBioChecksTest {

  private final CheckFixture fixture = new CheckFixture();
  private final Heard heard = new Heard();

  @Test
  void plainWrite_isWhatALaterReadMayFind() {
    send(RequestOp.WRITE, true, 8, 8);
    fixture.disk.finish();
    fixture.simulation.run();
    fixture.submit(RequestOp.READ, 8, 8);
    fixture.disk.finish();
    fixture.atRest();

    assertThat(fixture.failed()).isEmpty();
  }

  @Test
  void lostPlainWrite_isFoundAtRest() {
    send(RequestOp.WRITE, false, 8, 8);
    fixture.disk.end(BlockStatus.OK);
    fixture.atRest();

    assertThat(fixture.failed()).containsOnly(Check.DATA);
  }

  @Test
  void plainRead_ofWhatWasNeverThere_isFound() {
    send(RequestOp.READ, false, 8, 8);
    fixture.disk.end(BlockStatus.OK);

    assertThat(fixture.failed()).containsOnly(Check.DATA);
    assertThat(fixture.message()).contains("the memory of");
  }

  @Test
  void failedPlainRead_leavesMemoryAlone() {
    IoRequest request = send(RequestOp.READ, false, 8, 8);
    fixture.disk.end(BlockStatus.MEDIUM);

    assertThat(heard.bits).containsExactly(1L);
    assertThat(fixture.failed()).isEmpty();
    assertThat(firstTag(request)).isNotZero();
  }

  @Test
  void memoryThatIsZeroedAfterAFailedPlainRead_isFound() {
    IoRequest request = fixture.request(RequestOp.READ, true, 8, 8);
    fixture.ledger.bios().submit(request, heard);
    fixture.disk.end(BlockStatus.MEDIUM);
    memory().zero(request.memory().address(0), 512);
    fixture.simulation.run();

    assertThat(fixture.failed()).containsExactly(Check.DATA);
    assertThat(fixture.message()).contains("was changed");
  }

  @Test
  void plainBio_needsNoPool_andIsNoCallOfTheEngine() {
    fixture.ledger.put(4);

    send(RequestOp.WRITE, true, 0, 8);
    fixture.disk.finish();
    fixture.simulation.run();
    fixture.atRest();

    assertThat(heard.result).isEqualTo(IoReturn.DONE);
    assertThat(fixture.failed()).isEmpty();
    assertThat(fixture.ledger.open()).isEmpty();
  }

  private IoRequest send(RequestOp op, boolean sync, long sector, long count) {
    IoRequest request = fixture.request(op, sync, sector, count);
    fixture.ledger.bios().submit(request, heard);
    return request;
  }

  private SectorStore memory() {
    return fixture.memory.contents();
  }

  private long firstTag(IoRequest request) {
    IoMemory memory = request.memory();
    return memory().tag(memory.address(0) / 512);
  }
}
