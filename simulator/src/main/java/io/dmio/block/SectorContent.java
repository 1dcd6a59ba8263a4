package io.dmio.block;

import java.util.Arrays;

/** What sectors hold before anybody writes them. */
@FunctionalInterface
public interface SectorContent {

  /** Zeroes everywhere. */
  SectorContent ZERO =
      new SectorContent() {
        @Override
        public long tag(long sector) {
          return Tags.ZERO;
        }

        @Override
        public void fill(long first, long[] target) {
          Arrays.fill(target, Tags.ZERO);
        }
      };

  /** The pattern of a number, see {@link Tags#pattern}. */
  static SectorContent pattern(int number) {
    return sector -> Tags.pattern(number, sector);
  }

  /** The tag of a sector. */
  long tag(long sector);

  /** The tags of as many sectors as the target has places. */
  default void fill(long first, long[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = tag(first + i);
    }
  }
}
