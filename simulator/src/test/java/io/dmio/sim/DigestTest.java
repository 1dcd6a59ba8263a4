package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DigestTest {

  private final Digest digest = new Digest();

  @Test
  void referenceVectors() {
    assertThat(Digest.format(digest.value())).isEqualTo("7de53de772ea694c");
    digest.fold(1, 2);
    assertThat(Digest.format(digest.value())).isEqualTo("2214a829c658a1c2");
    digest.fold(-1);
    assertThat(Digest.format(digest.value())).isEqualTo("1b42b4c358b5e6ff");
    digest.fold("disk-a/latency");
    assertThat(Digest.format(digest.value())).isEqualTo("b7c457651e7f6d8d");
  }

  @Test
  void order_matters() {
    assertThat(of(1, 2, 3, 4)).isNotEqualTo(of(3, 4, 1, 2)).isNotEqualTo(of(2, 1, 4, 3));
  }

  @Test
  void sixWords_areToldApartByValueAndPlace() {
    long[] words = {1, 2, 3, 4, 5, 6};
    long all = ofSix(words);
    for (int i = 0; i < words.length; i++) {
      long[] other = words.clone();
      other[i]++;
      assertThat(ofSix(other)).isNotEqualTo(all);
      other = words.clone();
      other[i] = words[(i + 1) % words.length];
      other[(i + 1) % words.length] = words[i];
      assertThat(ofSix(other)).isNotEqualTo(all);
    }
  }

  @Test
  void sixWords_haveAReferenceVector() {
    assertThat(Digest.format(ofSix(1, 2, 3, 4, 5, 6))).isEqualTo("9f25316bb8d0ec6f");
  }

  @Test
  void zeroes_matter() {
    assertThat(of(0, 0)).isNotEqualTo(of()).isNotEqualTo(of(0, 0, 0, 0));
  }

  @Test
  void texts_differByLengthAndByEveryByte() {
    assertThat(ofText("")).isNotEqualTo(of());
    assertThat(ofText("a")).isNotEqualTo(ofText("\0a")).isNotEqualTo(ofText("a\0"));
    assertThat(ofText("abcdefgh")).isNotEqualTo(ofText("abcdefgi"));
    assertThat(ofText("abcdefghi")).isNotEqualTo(ofText("abcdefghj"));
    assertThat(ofText("ä")).isNotEqualTo(ofText("a"));
  }

  @Test
  void reset_isTheDigestOfNothing() {
    digest.fold(7);
    digest.reset();
    assertThat(digest.value()).isEqualTo(new Digest().value());
  }

  @Test
  void format_hasSixteenDigits() {
    assertThat(Digest.format(0)).isEqualTo("0000000000000000");
    assertThat(Digest.format(0xabcL)).isEqualTo("0000000000000abc");
    assertThat(Digest.format(-1)).isEqualTo("ffffffffffffffff");
  }

  private static long ofSix(long... w) {
    return Digest.value(Digest.after(Digest.START, w[0], w[1], w[2], w[3], w[4], w[5]));
  }

  private static long of(long... words) {
    Digest folded = new Digest();
    for (int i = 0; i < words.length; i += 2) {
      folded.fold(words[i], words[i + 1]);
    }
    return folded.value();
  }

  private static long ofText(String text) {
    Digest folded = new Digest();
    folded.fold(text);
    return folded.value();
  }
}
