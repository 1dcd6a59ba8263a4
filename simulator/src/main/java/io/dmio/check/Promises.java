package io.dmio.check;

import org.jspecify.annotations.Nullable;

/** Which sectors of a device should hold what the last loss of power had to leave there. */
interface Promises {

  /** Nothing is promised: power does not fail. */
  Promises NONE =
      new Promises() {
        @Override
        public int promised(long sector, int count) {
          return 0;
        }

        @Override
        public @Nullable String promise(long sector) {
          return null;
        }
      };

  /** How many of some sectors of one granule should hold that. */
  int promised(long sector, int count);

  /** Since when a sector has held it, in words; null: nothing is promised. */
  @Nullable String promise(long sector);
}
