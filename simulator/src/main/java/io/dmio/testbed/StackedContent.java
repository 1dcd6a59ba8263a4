package io.dmio.testbed;

import io.dmio.block.SectorContent;
import io.dmio.block.Tags;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.mapper.TableSpec;
import java.util.ArrayList;
import java.util.List;

/** What stacked devices hold, which is what reads find on the disks below. */
final class StackedContent implements SectorContent, SectorMap.Visitor {

  private final SectorMap map;
  private final int device;
  private final List<SectorContent> disks;
  private long found;
  private boolean isFound;

  private StackedContent(SectorMap map, int device, List<SectorContent> disks) {
    this.map = map;
    this.device = device;
    this.disks = disks;
  }

  /**
   * What each of some tables makes of the disks.
   *
   * @param disks what the disks hold, by number
   */
  static List<SectorContent> of(List<TableSpec> tables, SectorMap map, List<SectorContent> disks) {
    List<SectorContent> ofDisks = List.copyOf(disks);
    List<SectorContent> stacked = new ArrayList<>();
    tables.forEach(table -> stacked.add(new StackedContent(map, table.id(), ofDisks)));
    return stacked;
  }

  /** Where nobody can read, it is zeroes; of several places it is the first. */
  @Override
  public long tag(long sector) {
    found = Tags.ZERO;
    isFound = false;
    map.visit(device, false, sector, 1, this);
    return found;
  }

  @Override
  public void part(Ground ground, int disk, long sector, long count, long offset) {
    if (ground == Ground.DISK && !isFound) {
      found = disks.get(disk).tag(sector);
      isFound = true;
    }
  }
}
