package io.dmio.check;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a stretch of sectors: their only versions, and of each granule what is under
 * way.
 */
final class Granules {

  /** The version of each sector, or what it was at the begin of its granule's contest. */
  final long[] tags;

  private final int[] underWay;
  private final @Nullable Contest[] contests;
  private final @Nullable Flight[] first;

  /** How many granules have a contest. */
  private int disputed;

  Granules(int sectors) {
    tags = new long[sectors];
    underWay = new int[sectors >> Contest.GRANULE_SHIFT];
    contests = new Contest[underWay.length];
    first = new Flight[underWay.length];
  }

  /** A bio begins on a granule; whether it is alone there. */
  boolean open(long granule, Flight flight) {
    int place = place(granule);
    if (underWay[place]++ > 0) {
      return false;
    }
    first[place] = flight;
    return true;
  }

  /** The bio that began when nobody else was there, perhaps long ago; or null. */
  @Nullable Flight first(long granule) {
    return first[place(granule)];
  }

  /** A bio ends on a granule; whether it was alone there at its end. */
  boolean close(long granule) {
    return --underWay[place(granule)] == 0;
  }

  /** The contest over a granule, or null. */
  @Nullable Contest contest(long granule) {
    return contests[place(granule)];
  }

  void setContest(long granule, @Nullable Contest contest) {
    int place = place(granule);
    disputed += (contest == null ? 0 : 1) - (contests[place] == null ? 0 : 1);
    contests[place] = contest;
  }

  /** Whether there is no contest, so that every sector has one version. */
  boolean isUndisputed() {
    return disputed == 0;
  }

  private int place(long granule) {
    return (int) granule & (underWay.length - 1);
  }
}
