package io.dmio.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TagsTest {

  private final Tags tags = new Tags();

  private byte[] bytesOf(long tag) {
    byte[] bytes = new byte[Sectors.SIZE];
    tags.expand(tag, bytes, 0);
    return bytes;
  }

  @Test
  void patternOne_beginsWithTheDocumentedBytes() {
    assertThat(bytesOf(Tags.pattern(1, 0)))
        .startsWith(0x31, 0x39, 0x54, 0x6a, 0x28, 0xb3, 0x5b, 0x9b);
  }

  /** Judged by the formula in the documentation, word by word. */
  @Test
  void pattern_followsItsFormula() {
    for (int number : new int[] {0, 1, 7, 255}) {
      for (long sector : new long[] {0, 1, 1000, 1L << 31}) {
        byte[] bytes = bytesOf(Tags.pattern(number, sector));
        for (int at = 0; at < Sectors.SIZE; at++) {
          long i = sector * Sectors.SIZE + at;
          long x = ((i >> 2) * 2654435761L + number * 40503L + 374761393L) & 0xffffffffL;
          x ^= x >>> 15;
          x = x * 2246822519L & 0xffffffffL;
          x ^= x >>> 13;
          assertThat(bytes[at]).isEqualTo((byte) (x >>> 8 * (i & 3)));
        }
      }
    }
  }

  @Test
  void zero_isOneTag() {
    assertThat(bytesOf(Tags.ZERO)).containsOnly(0);
    assertThat(tags.of(new byte[Sectors.SIZE], 0)).isEqualTo(Tags.ZERO);
  }

  @Test
  void stamp_tellsItsWriteAndPlace() {
    long stamp = Tags.stamp((1L << 40) - 1, (1 << 22) - 1);
    assertThat(Tags.isStamp(stamp)).isTrue();
    assertThat(Tags.writeOf(stamp)).isEqualTo((1L << 40) - 1);
    assertThat(Tags.sectorOf(stamp)).isEqualTo((1 << 22) - 1);
    assertThat(Tags.isStamp(Tags.pattern(3, 4))).isFalse();
    assertThat(Tags.isStamp(Tags.ZERO)).isFalse();
  }

  @Test
  void anyOtherBytes_areKeptOnce() {
    byte[] bytes = bytesOf(Tags.stamp(1, 2));
    bytes[511] ^= 1;
    long literal = tags.of(bytes, 0);
    bytes[511] ^= 2;
    assertThat(tags.of(bytes, 0)).isNotEqualTo(literal);
    bytes[511] ^= 2;
    assertThat(tags.of(bytes.clone(), 0)).isEqualTo(literal);
    assertThat(bytesOf(literal)).isEqualTo(bytes);
    bytes[0] ^= 1;
    assertThat(bytesOf(literal)).isNotEqualTo(bytes);
  }

  @Test
  void manyLiterals_keepTheirBytes() {
    long[] literals = new long[100];
    for (int i = 0; i < literals.length; i++) {
      literals[i] = tags.of(onlyLast(i + 1), 0);
    }
    for (int i = 0; i < literals.length; i++) {
      assertThat(bytesOf(literals[i])).isEqualTo(onlyLast(i + 1));
    }
  }

  private static byte[] onlyLast(int value) {
    byte[] bytes = new byte[Sectors.SIZE];
    bytes[Sectors.SIZE - 1] = (byte) value;
    return bytes;
  }
}
