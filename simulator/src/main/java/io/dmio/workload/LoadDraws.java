package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRegions;
import io.dmio.sim.RandomStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws the calls of a load, one after the other.
 *
 * <p>Sizes are multiples of the least size, and random places are multiples of it from the start of
 * the range. Reads and writes of sequential patterns each have a position of their own, which goes
 * back to the start of the range where a call would reach beyond its end.
 */
final class LoadDraws {

  private final LoadSpec spec;
  private final RandomStream stream;
  private final long unit;
  private final long mostUnits;
  private final long places;
  private final BlockDevice[] devices;

  /** The places of the devices: those that the call goes to are in front. */
  private final int[] order;

  private final boolean random;
  private long nextRead;
  private long nextWrite;

  private boolean read;
  private long units;
  private long sectors;
  private long sector;
  private int copies;

  /** Draws for a load in a world of these devices. */
  LoadDraws(LoadSpec spec, RandomStream stream, List<BlockDevice> world) {
    this.spec = spec;
    this.stream = stream;
    this.unit = Math.min(spec.shape().blockSectors().low(), spec.area().size());
    this.mostUnits = Math.min(spec.shape().blockSectors().high(), spec.area().size()) / unit;
    this.places = spec.area().size() / unit;
    this.devices = spec.area().devices().stream().map(world::get).toArray(BlockDevice[]::new);
    assert unit > 0 && mostUnits > 0 : mostUnits + " units of " + unit + " sectors";
    this.order = IntStream.range(0, devices.length).toArray();
    this.random = isRandom(spec.shape().pattern());
  }

  /** Draws the next call. */
  void next() {
    read = drawRead();
    units = mostUnits == 1 ? 1 : stream.between(1, mostUnits);
    sectors = units * unit;
    sector = spec.area().offset() + (random ? drawPlace() : nextPlace());
    copies =
        read ? 1 : Math.toIntExact(Math.min(spec.shape().copies().draw(stream), devices.length));
    if (read || random) {
      shuffle();
    }
    assert units >= 1 && units <= mostUnits : units + " units were drawn of " + mostUnits;
    assert sector >= spec.area().offset()
            && sector + sectors <= spec.area().offset() + spec.area().size()
        : sector + "+" + sectors + " is outside of the load's range";
    assert copies >= 1 && copies <= devices.length : copies + " copies on " + devices.length;
  }

  /** The most sectors of a call. */
  int mostSectors() {
    return Math.toIntExact(mostUnits * unit);
  }

  /** How many sizes there are. */
  int sizes() {
    return Math.toIntExact(mostUnits);
  }

  /** Which of the sizes the call has, from 0. */
  int size() {
    return (int) units - 1;
  }

  boolean isRead() {
    return read;
  }

  int sectors() {
    return (int) sectors;
  }

  /** Where the call goes to. */
  IoRegions regions() {
    long first = sector;
    long count = sectors;
    IoRegion[] regions = new IoRegion[copies];
    for (int i = 0; i < regions.length; i++) {
      BlockDevice device = devices[order[i]];
      regions[i] = new IoRegion(device, first, count);
    }
    return IoRegions.of(regions);
  }

  private boolean drawRead() {
    return switch (spec.shape().pattern()) {
      case READ, RANDREAD -> true;
      case WRITE, RANDWRITE -> false;
      case RW, RANDRW -> stream.below(100) < spec.shape().readPercent();
    };
  }

  private static boolean isRandom(LoadSpec.Pattern pattern) {
    return switch (pattern) {
      case RANDREAD, RANDWRITE, RANDRW -> true;
      case READ, WRITE, RW -> false;
    };
  }

  private long drawPlace() {
    return stream.below(places - units + 1) * unit;
  }

  private long nextPlace() {
    long place = read ? nextRead : nextWrite;
    if (place + sectors > spec.area().size()) {
      place = 0;
    }
    if (read) {
      nextRead = place + sectors;
    } else {
      nextWrite = place + sectors;
    }
    return place;
  }

  /** Puts a random choice of devices in front, in random order. */
  private void shuffle() {
    int drawn = Math.min(copies, order.length - 1);
    for (int i = 0; i < drawn; i++) {
      int other = i + (int) stream.below(order.length - i);
      assert other < order.length : "device " + other + " of " + order.length;
      int place = order[i];
      order[i] = order[other];
      order[other] = place;
    }
  }
}
