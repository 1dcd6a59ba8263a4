package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a sector holds, in words. */
final class TagWordsTest {

  private final Tags tags = new Tags();
  private final TagWords words = new TagWords(call -> "what call " + call + " wrote");

  @Test
  void everyKindOfTag_hasItsWords() {
    byte[] bytes = new byte[Sectors.SIZE];
    bytes[9] = 1;

    assertThat(words.of(Tags.ZERO)).isEqualTo("zeroes");
    assertThat(words.of(Tags.pattern(3, 8))).isEqualTo("a pattern");
    assertThat(words.of(Tags.stamp(17, 3))).isEqualTo("what call 17 wrote");
    assertThat(words.of(Tags.stamp(Integer.MAX_VALUE, 3))).isEqualTo("what call 2147483647 wrote");
    assertThat(words.of(tags.of(bytes, 0))).isEqualTo("other bytes");
  }

  @Test
  void pagesOfTasks_areNoCalls() {
    assertThat(words.of(Tags.stamp(Tags.FIRST_PAGE, 0))).isEqualTo("page 0");
    assertThat(words.of(Tags.stamp(Tags.FIRST_PAGE + 5, 7))).isEqualTo("page 5");
    assertThat(words.ofWrite(Tags.FIRST_PAGE + 5)).isEqualTo("page 5");
  }

  @Test
  void numbersBetweenCallsAndPages_areOnlyBytesThatLookLikeAStamp() {
    assertThat(words.of(Tags.stamp(Integer.MAX_VALUE + 1L, 0))).isEqualTo("other bytes");
    assertThat(words.of(Tags.stamp(Tags.FIRST_PAGE - 1, 0))).isEqualTo("other bytes");
  }
}
