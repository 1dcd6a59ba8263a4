package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.BioVec;
import io.dmio.block.Sectors;
import io.dmio.sim.KernelBug;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A cursor shows the bytes of memory in order, cut where a page or a vector ends. */
final class PageCursorProperties {

  private static final long[] LENGTHS = {0, 1, 511, 512, 513, 4095, 4096, 4097, 9001};

  private final PageCursor cursor = new PageCursor();

  private static List<BioVec> vectors(RandomStream random, int count) {
    List<BioVec> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = (int) LENGTHS[(int) random.below(LENGTHS.length)];
      vectors.add(new BioVec((10L * i + 1) * Sectors.PAGE_SIZE + random.below(5000), length));
    }
    return vectors;
  }

  /** Goes over all bytes, one by one. */
  private static List<BioVec> cut(List<BioVec> vectors, int skipped) {
    List<BioVec> pieces = new ArrayList<>();
    int toSkip = skipped;
    for (BioVec vector : vectors) {
      long begin = -1;
      for (long at = vector.address(); at < vector.address() + vector.length(); at++) {
        if (toSkip > 0) {
          toSkip--;
          continue;
        }
        begin = begin < 0 ? at : begin;
        boolean last = at + 1 == vector.address() + vector.length();
        if (last || (at + 1) % Sectors.PAGE_SIZE == 0) {
          pieces.add(new BioVec(begin, (int) (at + 1 - begin)));
          begin = -1;
        }
      }
    }
    return pieces;
  }

  private BioVec piece() {
    return new BioVec(cursor.address(), cursor.length());
  }

  private List<BioVec> walk(int most) {
    List<BioVec> pieces = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      pieces.add(piece());
      cursor.next();
    }
    return pieces;
  }

  @Property(tries = 300)
  void pieces_areWhatIsNotSkipped_andTheSameAfterARewind(
      @ForAll long seed, @ForAll @IntRange(max = 9) int count) {
    RandomStream random = new SeededChoices(seed).stream("memory");
    List<BioVec> vectors = vectors(random, count);
    int bytes = vectors.stream().mapToInt(BioVec::length).sum();
    int skipped = (int) random.below(bytes + 1);
    List<BioVec> expected = cut(vectors, skipped);

    cursor.start(new IoMemory.Vectors(vectors, skipped));
    assertThat(walk(expected.size())).isEqualTo(expected);
    assertThatThrownBy(cursor::address).isInstanceOf(KernelBug.class);

    cursor.rewind();
    int some = (int) random.below(expected.size() + 1);
    assertThat(walk(some)).isEqualTo(expected.subList(0, some));
    cursor.rewind();
    assertThat(walk(expected.size())).isEqualTo(expected);
    assertThatThrownBy(cursor::address).isInstanceOf(KernelBug.class);
  }

  @Example
  void skippedBytes_mayReachBeyondSeveralPieces_someOfThemEmpty() {
    List<BioVec> vectors =
        List.of(
            new BioVec(4096, 100),
            new BioVec(8192, 0),
            new BioVec(12289, 51),
            new BioVec(16384, 0),
            new BioVec(20481, 7));

    cursor.start(new IoMemory.Vectors(vectors, 103));
    assertThat(walk(2)).containsExactly(new BioVec(12292, 48), new BioVec(20481, 7));
    cursor.rewind();
    assertThat(piece()).isEqualTo(new BioVec(12292, 48));

    cursor.start(new IoMemory.Vectors(vectors, 151));
    assertThat(piece()).isEqualTo(new BioVec(20481, 7));
  }

  @Example
  void otherMemory_beginsAtItsOwnBegin() {
    cursor.start(new IoMemory.KernelMemory(5 * 4096 + 3, 5000));
    assertThat(walk(2)).containsExactly(new BioVec(20483, 4093), new BioVec(24576, 907));

    cursor.start(new IoMemory.PageList(new long[] {8192, 4096}, 512));
    assertThat(walk(2)).containsExactly(new BioVec(8704, 3584), new BioVec(4096, 4096));

    cursor.start(new IoMemory.None());
    assertThatThrownBy(cursor::address).isInstanceOf(KernelBug.class);
  }
}
