package io.dmio.block;

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
        public long[] tags(long first, int count) {
          return new long[count]; // the tag of zeroes is 0
        }
      };

  /** The pattern of a number, see {@link Tags#pattern}. */
  static SectorContent pattern(int number) {
    return sector -> Tags.pattern(number, sector);
  }

  /** The tag of a sector. */
  long tag(long sector);

  /** The tags of so many sectors in a row. */
  default long[] tags(long first, int count) {
    long[] tags = new long[count];
    for (int i = 0; i < count; i++) {
      tags[i] = tag(first + i);
    }
    return tags;
  }
}
