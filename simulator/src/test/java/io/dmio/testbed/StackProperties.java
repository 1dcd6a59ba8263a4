package io.dmio.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.check.Check;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * The right engine over whatever stack, cache and queue, under whatever faults and losses of power,
 * fails no check. Assertions are on: at every loss of power the two histories of a sector agree.
 */
final class StackProperties {

  /** What chance asks of an engine may be refused, or never end. */
  private static final List<Check> NOT_JUDGED = List.of(Check.USAGE, Check.PROGRESS);

  @Property(tries = 3000)
  void rightEngine_failsNothing(@ForAll long seed) {
    RunResult result = Testbed.run(RandomStack.of(seed, PayloadMode.TAGS), RunOptions.PLAIN);

    assertThat(result.failures())
        .filteredOn(failure -> !NOT_JUDGED.contains(failure.check()))
        .isEmpty();
  }

  @Property(tries = 300)
  void payload_changesNeitherVerdictNorLosses(@ForAll long seed) {
    RunResult tags = Testbed.run(RandomStack.of(seed, PayloadMode.TAGS), RunOptions.PLAIN);
    RunResult bytes = Testbed.run(RandomStack.of(seed, PayloadMode.BYTES), RunOptions.PLAIN);

    assertThat(bytes.digests().fingerprint()).isEqualTo(tags.digests().fingerprint());
    assertThat(bytes.digests().outcome()).isEqualTo(tags.digests().outcome());
    assertThat(bytes.findings().lossCount()).isEqualTo(tags.findings().lossCount());
    assertThat(bytes.failures()).isEqualTo(tags.failures());
  }

  @Test
  void worlds_haveWhatTheyAreMadeFor() {
    long losses = 0;
    long cuts = 0;
    long failed = 0;
    for (long seed = 0; seed < 200; seed++) {
      RunResult result = Testbed.run(RandomStack.of(seed, PayloadMode.TAGS), RunOptions.PLAIN);
      losses += result.findings().lossCount() > 0 ? 1 : 0;
      cuts += result.outside().powerCuts().isEmpty() ? 0 : 1;
      failed += result.totals().failedCalls() > 0 ? 1 : 0;
    }

    assertThat(List.of(losses, cuts, failed)).allMatch(count -> count > 30);
  }
}
