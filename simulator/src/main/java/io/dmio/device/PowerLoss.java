package io.dmio.device;

import io.dmio.block.SectorStore;
import io.dmio.device.PowerCutRecord.Content;
import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one disk holds after one power cut.
 *
 * <p>Blocks are gone through by sector: if one may be unreadable that is decided first, else its
 * units are, by sector. So with u<sub>1</sub>, u<sub>2</sub>, ... different contents of the units
 * of a block, the block has u<sub>1</sub>·u<sub>2</sub>·... states, one more if it may be
 * unreadable, and the disk has the product of those of its blocks.
 */
final class PowerLoss {

  private final WriteCache cache;
  private final SectorStore medium;
  private final long diskSectors;
  private final long blockSectors;
  private final SortedMap<Long, List<UnitHistory>> blocks = new TreeMap<>();
  private final SortedSet<Long> endangered;
  private final List<Fate> fates = new ArrayList<>();
  private long states = 1;

  /**
   * Finds out what may survive.
   *
   * @param cache what is not durable, writes in flight included
   * @param completed the serial of the last version that is not in flight
   * @param medium holds the newest
   * @param blockSectors what the disk rewrites as a whole, at least an atomic unit
   */
  PowerLoss(
      WriteCache cache, long completed, SectorStore medium, long diskSectors, long blockSectors) {
    this.cache = cache;
    this.medium = medium;
    this.diskSectors = diskSectors;
    this.blockSectors = blockSectors;
    endangered = blockSectors > cache.unitSectors() ? cache.partial() : new TreeSet<>();
    endangered.forEach(this::block);
    for (long unit : units()) {
      UnitHistory history = new UnitHistory(cache, unit, completed);
      block(history.first() / blockSectors).add(history);
    }
  }

  /** How many states were allowed, {@link Long#MAX_VALUE} at most; known after the choice. */
  long states() {
    return states;
  }

  /** What became of every unit and every unreadable block, by sector; known after the choice. */
  List<Fate> fates() {
    return fates;
  }

  /** Chooses, and leaves on the medium what survives. */
  void choose(Chooser chooser) {
    blocks.forEach((block, units) -> choose(block, units, chooser));
  }

  private void choose(long block, List<UnitHistory> units, Chooser chooser) {
    boolean inDanger = endangered.contains(block);
    count(units, inDanger);
    if (inDanger && chooser.loses()) {
      units.forEach(unit -> hold(unit, 0));
      fates.add(unreadable(block));
      return;
    }
    for (UnitHistory unit : units) {
      int survivor = chooser.survivor(unit);
      hold(unit, survivor);
      fates.add(fate(unit, survivor));
    }
  }

  private void count(List<UnitHistory> units, boolean inDanger) {
    long ways = 1;
    for (UnitHistory unit : units) {
      ways = product(ways, unit.size());
    }
    states = product(states, inDanger && ways < Long.MAX_VALUE ? ways + 1 : ways);
  }

  private static long product(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
  }

  private void hold(UnitHistory unit, int index) {
    medium.writeTags(unit.first(), unit.content(index), 0, cache.unitSectors());
  }

  private Fate fate(UnitHistory unit, int survivor) {
    int sectors = (int) Math.min(cache.unitSectors(), diskSectors - unit.first());
    List<Content> allowed = new ArrayList<>();
    for (int i = 0; i < unit.size() && fates.size() < PowerCutRecord.MOST_FATES; i++) {
      if (i < PowerCutRecord.MOST_CONTENTS - 1 || i == survivor) {
        allowed.add(content(unit, i, sectors));
      }
    }
    return new Fate(unit.first(), sectors, survivor, unit.state(survivor), unit.size(), allowed);
  }

  private static Content content(UnitHistory unit, int index, int sectors) {
    List<Long> tags = Arrays.stream(unit.content(index), 0, sectors).boxed().toList();
    return new Content(index, unit.state(index), tags);
  }

  private Fate unreadable(long block) {
    long first = block * blockSectors;
    int sectors = (int) Math.min(blockSectors, diskSectors - first);
    return new Fate(first, sectors, -1, State.UNREADABLE, 0, List.of());
  }

  private List<UnitHistory> block(long block) {
    return blocks.computeIfAbsent(block, number -> new ArrayList<>());
  }

  private long[] units() {
    VersionStore versions = cache.versions();
    long[] units = new long[versions.queueLength()];
    int count = 0;
    for (int slot = versions.head(); slot != VersionStore.NONE; slot = versions.behind(slot)) {
      units[count++] = versions.unit(slot);
    }
    return Arrays.stream(units).sorted().distinct().toArray();
  }
}
