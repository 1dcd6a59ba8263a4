package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.ledger.Ledger;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What the checks say of an engine whose callbacks are wrong. */
final class EngineFaultsTest {

  private final CheckFixture world = new CheckFixture();
  private final CheckFixture.Heard heard = new CheckFixture.Heard();

  private void call(boolean sync, BiConsumer<IoRequest, IoCallback> engine) {
    Ledger ledger = world.ledgerOver(new ScriptedEngine(engine, IoReturn.ACCEPTED));
    ledger.submit(world.request(RequestOp.WRITE, sync, 0, 8), heard);
  }

  private static Bio send(IoRequest request, IoCallback callback) {
    return send(request, callback, request.regions().get(0).sector(), 4096);
  }

  private static Bio send(IoRequest request, IoCallback callback, long sector, int... lengths) {
    Bio bio = new Bio();
    bio.prepare(request.op(), request.flags(), sector, 4, 3);
    bio.own(ended -> {}, 0);
    bio.number(0, request.call(), 0);
    for (int length : lengths) {
      bio.add(request.memory().address(0), length);
    }
    callback.submit(request, 0, bio);
    return bio;
  }

  private void sendsOneBio(long sector, int... lengths) {
    call(
        false,
        (request, callback) -> {
          send(request, callback, sector, lengths);
          callback.returned(request, IoReturn.ACCEPTED);
        });
  }

  @Test
  void notificationBeforeTheLastBio() {
    call(
        false,
        (request, callback) -> {
          send(request, callback);
          callback.returned(request, IoReturn.ACCEPTED);
          callback.notified(request, 0);
          world.disk.finish();
        });

    assertThat(world.failed()).contains(Check.CALLS, Check.LIFETIME);
    assertThat(world.failures.kept())
        .extracting(Failure::message)
        .contains(
            "call 0 was notified while 1 of its bios were under way",
            "a bio of call 0 ended after its call was over");
    assertThat(heard.bits).containsExactly(0L);
  }

  @Test
  void secondNotification_evenWhenTheCallIsOver() {
    call(
        false,
        (request, callback) -> {
          send(request, callback);
          world.disk.finish();
          callback.notified(request, 0);
          callback.notified(request, 0);
          callback.returned(request, IoReturn.ACCEPTED);
          callback.notified(request, 0);
        });

    assertThat(world.failures.kept())
        .filteredOn(failure -> failure.check() == Check.CALLS)
        .extracting(Failure::message)
        .containsExactly("call 0 was notified 2 times", "a call that was over was notified again");
  }

  @Test
  void secondReturn() {
    call(
        false,
        (request, callback) -> {
          send(request, callback);
          callback.returned(request, IoReturn.ACCEPTED);
          callback.returned(request, IoReturn.ACCEPTED);
        });

    assertThat(world.failed()).containsExactly(Check.CALLS);
    assertThat(world.message()).isEqualTo("call 0 returned 2 times");
  }

  @Test
  void synchronousReturnBeforeTheLastBio_orWithTheWrongErrno() {
    call(
        true,
        (request, callback) -> {
          Bio bio = send(request, callback);
          bio.changeFlags(0, 0);
          callback.returned(request, new IoReturn(Errno.EIO, true, 0, null));
        });

    assertThat(world.failures.kept())
        .filteredOn(failure -> failure.check() == Check.CALLS)
        .extracting(Failure::message)
        .containsExactly(
            "call 0 returned while 1 of its bios were under way",
            "call 0 returned EIO: a synchronous call writes its error bits and returns OK if they"
                + " are 0, else EIO");
  }

  @Test
  void interruptionWithoutASignal() {
    call(true, (request, callback) -> callback.returned(request, IoReturn.failed(Errno.EINTR)));

    assertThat(world.failed()).contains(Check.CALLS);
    assertThat(world.message()).contains("only a call with a signal pending");
  }

  @Test
  void interruptionWithNothingUnderWay() {
    heard.signal = true;
    call(
        true,
        (request, callback) -> {
          send(request, callback);
          world.disk.finish();
          callback.signalPending();
          callback.returned(request, IoReturn.failed(Errno.EINTR));
        });

    assertThat(callsFailures()).singleElement().asString().contains("nothing to wait for");
  }

  @Test
  void waitThatOverlooksASignal_orDoesNotLookForOne() {
    heard.signal = true;
    for (boolean looks : new boolean[] {true, false}) {
      call(
          true,
          (request, callback) -> {
            send(request, callback);
            assertThat(looks && callback.signalPending()).isEqualTo(looks);
            world.disk.finish();
            callback.returned(request, IoReturn.DONE);
          });
    }

    assertThat(callsFailures())
        .containsExactly(
            "call 0 returned OK: a signal was pending when it began to wait, so it should have"
                + " returned EINTR",
            "call 1 returned OK: it began to wait and did not look for a signal");
  }

  @Test
  void firstGetThatFails_thoughAllAllocationsSucceeded() {
    ScriptedEngine fails =
        new ScriptedEngine((request, callback) -> {}, IoReturn.failed(Errno.ENOMEM));
    world.ledgerOver(fails).get(1);

    assertThat(callsFailures())
        .containsExactly(
            "get(1) returned ENOMEM: only the first get fails, and only if an allocation did");
  }

  private List<String> callsFailures() {
    return world.failures.kept().stream()
        .filter(failure -> failure.check() == Check.CALLS)
        .map(Failure::message)
        .toList();
  }

  @Test
  void notificationOfASynchronousCall() {
    call(true, (request, callback) -> callback.notified(request, 0));

    assertThat(world.failures.kept())
        .extracting(Failure::message)
        .contains("call 0 is synchronous, and was notified");
  }

  @Test
  void regionThatNoBioCovers() {
    call(false, (request, callback) -> callback.returned(request, IoReturn.ACCEPTED));

    assertThat(world.failed()).containsExactly(Check.SHAPE);
    assertThat(world.message()).contains("no bio of region 0 covers its last 8 sectors");
  }

  @Test
  void bioAtTheWrongSector() {
    sendsOneBio(1, 4096);

    assertThat(world.failed()).containsExactly(Check.SHAPE);
    assertThat(world.message()).contains("it begins at sector 1, not 0");
  }

  @Test
  void bioWithAVectorThatIsTooShort() {
    sendsOneBio(0, 2048);

    assertThat(world.failed()).containsExactly(Check.SHAPE);
    assertThat(world.message()).contains("its vector 0 is 2048 bytes");
  }

  @Test
  void bioWithAVectorTooMany() {
    sendsOneBio(0, 4096, 0);

    assertThat(world.failed()).containsExactly(Check.SHAPE);
    assertThat(world.message()).contains("2 vectors of 4096 bytes, not 1 of 4096");
  }

  @Test
  void bioBeyondTheMemoryThatIsThere() {
    sendsOneBio(0, 8192);

    assertThat(world.failed()).contains(Check.LIFETIME);
    assertThat(world.message()).contains("in frame 2, which was given back");
  }

  @Test
  void secondBioForTheSameSectors() {
    call(
        false,
        (request, callback) -> {
          send(request, callback);
          send(request, callback);
          callback.returned(request, IoReturn.ACCEPTED);
        });

    assertThat(world.failures.kept())
        .filteredOn(failure -> failure.check() == Check.SHAPE)
        .extracting(Failure::message)
        .singleElement()
        .asString()
        .contains("the region was covered before");
  }

  @Test
  void bioForACallThatIsOver() {
    call(
        false,
        (request, callback) -> {
          send(request, callback);
          world.disk.finish();
          callback.returned(request, IoReturn.ACCEPTED);
          callback.notified(request, 0);
          send(request, callback);
        });

    assertThat(world.failures.kept())
        .extracting(Failure::message)
        .contains("bio 0 was submitted after its call and all its bios were over");
  }

  @Test
  void failedBioWithoutItsBit_andABitWithoutARegion() {
    call(
        false,
        (request, callback) -> {
          send(request, callback);
          world.disk.end(BlockStatus.MEDIUM);
          callback.returned(request, IoReturn.ACCEPTED);
          callback.notified(request, 0b101);
        });

    Failure failure =
        world.failures.kept().stream()
            .filter(each -> each.check() == Check.ERROR_BITS)
            .findFirst()
            .orElseThrow();
    assertThat(failure.message()).contains("0b101", "it has no region 2", "0b1 [0]");
  }

  @Test
  void getAndPut_answeredWrongly() {
    DmIo refuses =
        new ScriptedEngine((request, callback) -> {}, IoReturn.refused(Refusal.PUT_UNCOVERED));
    Ledger ledger = world.ledgerOver(refuses);

    ledger.get(1);
    ledger.put(1);

    assertThat(world.failures.kept())
        .filteredOn(failure -> failure.check() == Check.CALLS)
        .extracting(Failure::message)
        .containsExactly(
            "get(1) returned EINVAL: a get returns OK or ENOMEM",
            "put(1) returned EINVAL: nothing stands against it");
  }

  @Test
  void putThatIsGrantedAndShouldNotBe() {
    Ledger ledger =
        world.ledgerOver(new ScriptedEngine((request, callback) -> {}, IoReturn.ACCEPTED));

    ledger.put(5);
    ledger.submit(world.request(RequestOp.WRITE, false, 0, 8), heard);
    ledger.put(4);

    assertThat(world.failures.kept())
        .filteredOn(failure -> failure.check() == Check.CALLS)
        .extracting(Failure::message)
        .anyMatch(message -> message.contains("not covered, only 4 pages are held"));
  }
}
