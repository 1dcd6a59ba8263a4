package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.engine.IoReturn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moments that come twice, or late. */
final class CallTrackerTest {

  private static final CallExpectation NO_BITS = new CallExpectation(null, 0L, null, List.of());

  private final TestWorld world = new TestWorld();

  @Test
  void callThatIsOver_doesNotEndAgain() {
    world.run(Steps.write("w", at(A, 0, 8)));
    world.io.lastCallback.notified(world.io.requests.get(0), 1);

    assertThat(world.words())
        .containsExactly("started w", "returned w OK", "ended w", "notified w 0x1");
  }

  @Test
  void lateMoment_isOfTheCallThatItNames_andNotOfTheOneThatIsFollowedNow() {
    world.io.latency(request -> 10);
    Words words = new Words().depth(1).calls(2);
    world.simulation.schedule(15, ignored -> notifyOfFirst(), 0);
    world.run(new Step.Load("l", words.spec()));

    assertThat(world.heard)
        .containsSubsequence("15 notified l[1] 0x1", "20 notified l[2] 0x0", "20 ended l[2]");
  }

  @Test
  void onlyTheCallOfAStep_isExpectedToDoWhatTheStepSays() {
    Step.Call step = expecting(NO_BITS);
    world.run(step, Steps.write("other", at(A, 0, 8)));
    assertThat(world.expectations)
        .containsExactly(NO_BITS, NO_BITS, CallExpectation.NONE, CallExpectation.NONE);

    world.run(step);
    world.io.lastCallback.returned(world.io.requests.get(1), IoReturn.DONE);

    assertThat(world.expectations).endsWith(NO_BITS, NO_BITS, CallExpectation.NONE);
  }

  private void notifyOfFirst() {
    world.io.lastCallback.notified(world.io.requests.get(0), 1);
  }

  private static Step.Call expecting(CallExpectation expect) {
    Step.Call plain = Steps.call("w", RequestOp.WRITE, true, at(A, 0, 8));
    return new Step.Call(
        plain.id(),
        plain.op(),
        plain.regions(),
        plain.manner(),
        plain.buffer(),
        expect,
        plain.then());
  }
}
