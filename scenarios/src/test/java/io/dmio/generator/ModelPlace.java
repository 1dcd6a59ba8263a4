package io.dmio.generator;

/**
 * Some sectors of a disk, as a fault's place has them.
 *
 * @param first the first
 * @param count how many; {@link Long#MAX_VALUE}: all
 */
record ModelPlace(String disk, long first, long count) {

  /** Reads {@code b}, {@code b@5}, {@code b@5-9} or {@code b@5+4}. */
  static ModelPlace of(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      return new ModelPlace(text, 0, Long.MAX_VALUE);
    }
    String disk = text.substring(0, at);
    String[] ends = text.substring(at + 1).split("[-+]");
    long first = Long.parseLong(ends[0]);
    long second = ends.length == 1 ? 1 : Long.parseLong(ends[1]);
    boolean range = text.indexOf('-', at) > 0;
    return new ModelPlace(disk, first, range ? second - first + 1 : second);
  }

  boolean holds(String other, long sector) {
    return disk.equals(other) && sector >= first && sector - first < count;
  }
}
