package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.sim.RandomStream;
import java.util.List;

/**
 * Draws the calls of a load, one after the other.
 *
 * <p>Sizes are multiples of the least size, and random places are multiples of it from the range's
 * begin. Reads and writes of sequential patterns each have a position of their own, which goes back
 * to the range's begin where a call would reach beyond its end.
 */
final class LoadDraws {

  private final LoadSpec spec;
  private final RandomStream stream;
  private final long unit;
  private final long mostUnits;
  private final long places;
  private final BlockDevice[] devices;
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
    this.unit = Math.min(spec.blockSectors().low(), spec.size());
    this.mostUnits = Math.min(spec.blockSectors().high(), spec.size()) / unit;
    this.places = spec.size() / unit;
    this.devices = spec.devices().stream().map(world::get).toArray(BlockDevice[]::new);
  }

  /** Draws the next call. */
  void next() {
    read = drawRead();
    units = mostUnits == 1 ? 1 : stream.between(1, mostUnits);
    sectors = units * unit;
    sector = spec.offset() + (isRandom() ? drawPlace() : nextPlace());
    copies = read ? 1 : Math.toIntExact(Math.min(spec.copies().draw(stream), devices.length));
    if (read || isRandom()) {
      shuffle();
    }
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

  long sector() {
    return sector;
  }

  /** To how many devices the call goes. */
  int copies() {
    return copies;
  }

  /** A device that the call goes to. */
  BlockDevice device(int copy) {
    return devices[copy];
  }

  private boolean drawRead() {
    return switch (spec.pattern()) {
      case READ, RANDREAD -> true;
      case WRITE, RANDWRITE -> false;
      case RW, RANDRW -> stream.below(100) < spec.readPercent();
    };
  }

  private boolean isRandom() {
    return switch (spec.pattern()) {
      case RANDREAD, RANDWRITE, RANDRW -> true;
      case READ, WRITE, RW -> false;
    };
  }

  private long drawPlace() {
    return stream.below(places - units + 1) * unit;
  }

  private long nextPlace() {
    long place = read ? nextRead : nextWrite;
    if (place + sectors > spec.size()) {
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
    for (int i = 0; i < copies && i < devices.length - 1; i++) {
      int other = i + (int) stream.below(devices.length - i);
      BlockDevice device = devices[i];
      devices[i] = devices[other];
      devices[other] = device;
    }
  }
}
