package io.dmio.model;

/**
 * Where and when rules took hold: the log has a fault record for every bio that a rule hit, and one
 * for every onset without a bio.
 */
public final class FaultTrack {

  private static final int RULE = 0;
  private static final int FIRST = 1;
  private static final int SECTORS = 2;
  private static final int BIO = 3;
  private static final int DEVICE = 4;
  private static final int TIME = 5;
  private static final int EVENT = 6;
  private static final int HEALED = 7;

  /** As many onsets are looked through for the one that a healing ends. */
  private static final int MOST_OPEN = 4096;

  private final LongTable hits = new LongTable(8);

  /**
   * A rule took hold.
   *
   * @param event the number of its record
   * @param bio the bio that it hit; negative for onsets without a bio and failed allocations
   */
  void fired(long event, long time, int rule, int device, long first, long sectors, int bio) {
    int row = hits.add();
    hits.set(row, RULE, rule);
    hits.set(row, FIRST, first);
    hits.set(row, SECTORS, sectors);
    hits.set(row, BIO, bio);
    hits.set(row, DEVICE, device);
    hits.set(row, TIME, time);
    hits.set(row, EVENT, event);
    hits.set(row, HEALED, -1);
  }

  /** What a rule did to sectors is over; all of what it did to a device if no sectors are named. */
  void healed(long time, int rule, int device, long first, long sectors) {
    for (int row = hits.rows() - 1; row >= Math.max(0, hits.rows() - MOST_OPEN); row--) {
      boolean same = hits.get(row, RULE) == rule && hits.get(row, DEVICE) == device;
      boolean met =
          sectors <= 0
              || (hits.get(row, FIRST) < first + sectors
                  && first < hits.get(row, FIRST) + hits.get(row, SECTORS));
      if (same && met && hits.get(row, BIO) < 0 && hits.get(row, HEALED) < 0) {
        hits.set(row, HEALED, time);
      }
    }
  }

  public int count() {
    return hits.rows();
  }

  public int rule(int row) {
    return hits.getInt(row, RULE);
  }

  /** The device, or a number that no device has for allocations. */
  public int device(int row) {
    return hits.getInt(row, DEVICE);
  }

  public long first(int row) {
    return hits.get(row, FIRST);
  }

  public long sectors(int row) {
    return hits.get(row, SECTORS);
  }

  /** The bio that it hit, or a negative number. */
  public int bio(int row) {
    return hits.getInt(row, BIO);
  }

  public long time(int row) {
    return hits.get(row, TIME);
  }

  /** The number of its record. */
  public long event(int row) {
    return hits.get(row, EVENT);
  }

  /** When an onset was over, or -1. */
  public long healed(int row) {
    return hits.get(row, HEALED);
  }
}
