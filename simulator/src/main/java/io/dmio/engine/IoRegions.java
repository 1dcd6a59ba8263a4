package io.dmio.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The regions of a call, in order; they never change. */
public final class IoRegions extends AbstractList<IoRegion> implements RandomAccess {

  private final IoRegion[] regions;

  private IoRegions(IoRegion[] regions) {
    this.regions = regions;
  }

  /** The regions of an array, which is not changed from here on. */
  public static IoRegions of(IoRegion... regions) {
    return new IoRegions(regions);
  }

  /** The regions of a list as it is now. */
  public static IoRegions copyOf(List<IoRegion> regions) {
    return regions instanceof IoRegions same
        ? same
        : new IoRegions(regions.toArray(new IoRegion[0]));
  }

  @Override
  public IoRegion get(int index) {
    return regions[index];
  }

  @Override
  public int size() {
    return regions.length;
  }
}
