package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeededChoicesTest {

  /** Key and first three draws. A change of any is a change of every seeded run. */
  @ParameterizedTest
  @CsvSource({
    "0, '', f52a15e9a9b5e89b e587d3dff9e92ed0 274e5e9a4929b0bb 6a3d7dab32573d48",
    "7, disk-a/latency, fe6cee4c1ec4d54c 63859f8bfacb361e da3be9ca17c9513c 95d3dfb93e91e849",
    "-1, Plattenstapel-ä, e6a8aba874de9b51 0bba4002ec793c10 675eebdf2928a76b f601cbfd90ec72ec"
  })
  void referenceVectors(long seed, String name, String expected) {
    RandomStream stream = new SeededChoices(seed).stream(name);
    String actual =
        Digest.format(SeededChoices.keyOf(seed, name))
            + " "
            + Digest.format(stream.next())
            + " "
            + Digest.format(stream.next())
            + " "
            + Digest.format(stream.next());
    assertThat(actual).isEqualTo(expected);
  }

  /** FNV-1a of the empty text is its offset basis, a published number. */
  @Test
  void key_isTheMixedSeedAndFnvHash() {
    assertThat(SeededChoices.keyOf(3, "")).isEqualTo(SeededChoices.mix(3 ^ 0xcbf29ce484222325L));
    assertThat(SeededChoices.keyOf(0, "foobar")).isEqualTo(SeededChoices.mix(0x85944171f73967e8L));
  }

  @ParameterizedTest
  @CsvSource({"0, a", "7, disk-a/latency", "-5, x"})
  void stream_isTheSplitMixGeneratorOfItsKey(long seed, String name) {
    RandomStream stream = new SeededChoices(seed).stream(name);
    SplittableRandom judge = new SplittableRandom(SeededChoices.keyOf(seed, name));
    for (int i = 0; i < 1_000; i++) {
      assertThat(stream.next()).isEqualTo(judge.nextLong());
    }
  }

  @Test
  void draws_inOneStreamShiftNoOther() {
    SeededChoices alone = new SeededChoices(9);
    SeededChoices busy = new SeededChoices(9);
    for (int i = 0; i < 100; i++) {
      busy.stream("other").next();
      busy.stream("another" + i).next();
      assertThat(busy.stream("judged").next()).isEqualTo(alone.stream("judged").next());
    }
  }

  @Test
  void streams_areListedInTheOrderOfAsking_withTheirDraws() {
    SeededChoices choices = new SeededChoices(1);
    choices.stream("b").next();
    choices.stream("a");
    choices.stream("b").hits(Probability.NEVER);
    assertThat(choices.streams()).extracting(RandomStream::name).containsExactly("b", "a");
    assertThat(choices.streams()).extracting(RandomStream::draws).containsExactly(2L, 0L);
  }

  @Test
  void below_staysBelowAndReachesEverything() {
    RandomStream stream = new SeededChoices(1).stream("dice");
    int[] counts = new int[6];
    for (int i = 0; i < 6_000; i++) {
      counts[(int) stream.below(6)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(850, 1_150);
    }
  }

  @Test
  void between_includesBothEnds() {
    RandomStream stream = new SeededChoices(1).stream("coin");
    long sum = 0;
    for (int i = 0; i < 1_000; i++) {
      long drawn = stream.between(-1, 1);
      assertThat(drawn).isBetween(-1L, 1L);
      sum += drawn * drawn;
    }
    assertThat(sum).isBetween(600L, 730L);
  }

  @Test
  void below_nothing_isRefused() {
    RandomStream stream = new SeededChoices(1).stream("x");
    assertThatThrownBy(() -> stream.below(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> stream.between(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(stream.draws()).isZero();
  }

  @Test
  void below_aBoundAboveTwoTo62_usesTheWholeRange() {
    RandomStream stream = new SeededChoices(1).stream("huge");
    long highest = 0;
    for (int i = 0; i < 100; i++) {
      highest = Math.max(highest, stream.below(Long.MAX_VALUE));
    }
    assertThat(highest).isGreaterThan(Long.MAX_VALUE / 10 * 9);
  }
}
