package io.dmio.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BioVec;
import io.dmio.engine.IoMemory;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MemoryExtentsTest {

  private static final int UNIT = 512;

  private static MemoryExtents of(int... beginsAndLengths) {
    List<BioVec> vectors = new ArrayList<>();
    for (int i = 0; i < beginsAndLengths.length; i += 2) {
      vectors.add(new BioVec((long) beginsAndLengths[i] * UNIT, beginsAndLengths[i + 1] * UNIT));
    }
    return MemoryExtents.of(new IoMemory.Vectors(vectors, 0));
  }

  @Test
  void piecesThatMeet_haveNothingInCommon() {
    assertThat(of(8, 8, 0, 8).overlapThemselves()).isFalse();
    assertThat(of(0, 8).overlap(of(8, 8))).isFalse();
    assertThat(of(8, 8).overlap(of(0, 8, 16, 1))).isFalse();
  }

  @Test
  void aPieceInsideAnother_isThereTwice_whereverItStands() {
    assertThat(of(4, 1, 0, 8).overlapThemselves()).isTrue();
    assertThat(of(0, 8, 20, 1, 4, 1).overlapThemselves()).isTrue();
  }

  @Test
  void whatWasConsumedBefore_isNoneOfIt() {
    List<BioVec> vectors = List.of(new BioVec(0, 2 * UNIT), new BioVec(0, UNIT));

    assertThat(MemoryExtents.of(new IoMemory.Vectors(vectors, 0)).overlapThemselves()).isTrue();
    assertThat(MemoryExtents.of(new IoMemory.Vectors(vectors, UNIT)).overlapThemselves()).isFalse();
  }

  @Test
  void randomExtents_overlapIffASectorIsInBoth() {
    Random random = new Random(5);
    for (int round = 0; round < 2000; round++) {
      int[] one = draw(random);
      int[] other = draw(random);
      BitSet first = new BitSet();
      boolean twice = mark(first, one);
      BitSet second = new BitSet();
      mark(second, other);

      assertThat(of(one).overlapThemselves()).isEqualTo(twice);
      assertThat(of(one).overlap(of(other))).isEqualTo(first.intersects(second));
    }
  }

  private static int[] draw(Random random) {
    int[] drawn = new int[2 * (1 + random.nextInt(4))];
    for (int i = 0; i < drawn.length; i += 2) {
      drawn[i] = random.nextInt(60);
      drawn[i + 1] = 1 + random.nextInt(8);
    }
    return drawn;
  }

  private static boolean mark(BitSet sectors, int[] beginsAndLengths) {
    boolean twice = false;
    for (int i = 0; i < beginsAndLengths.length; i += 2) {
      int end = beginsAndLengths[i] + beginsAndLengths[i + 1];
      twice |= !sectors.get(beginsAndLengths[i], end).isEmpty();
      sectors.set(beginsAndLengths[i], end);
    }
    return twice;
  }
}
