package io.dmio.mapper;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of all stacked devices of a world. They are loaded once for each boot: stacked devices
 * belong to the host, and are gone with it.
 */
public final class DeviceTables {

  private final List<TableSpec> tables;
  private final Simulation simulation;
  private final Memory memory;
  private final RemapRecorder.Parts parts = new RemapRecorder.Parts();

  /**
   * The targets of the host that is up, in the order in which they start: a line of a table before
   * the lines of the devices that it stands on.
   */
  private final SortedMap<Integer, Target> targets = new TreeMap<>();

  private HostServices services = HostServices.of();

  /** The devices of each boot, in the order of the tables. */
  private final List<List<MappedDevice>> boots = new ArrayList<>();

  /**
   * Knows the tables, and loads none.
   *
   * @param tables by number; the first follows the last disk
   */
  public DeviceTables(List<TableSpec> tables, Simulation simulation, Memory memory) {
    this.tables = List.copyOf(tables);
    this.simulation = simulation;
    this.memory = memory;
  }

  /**
   * Loads all tables.
   *
   * @param lower the disks as tables reach them, by number
   * @param callable the disks as callers of dm-io know them, by number
   * @param offered what the host offers to its targets
   * @param watch is told what targets do without failing a bio
   * @return all devices as callers of dm-io know them, by number
   */
  public List<BlockDevice> load(
      List<BlockDevice> lower,
      List<BlockDevice> callable,
      HostServices offered,
      TargetWatch watch) {
    if (tables.isEmpty()) {
      return callable;
    }
    stop();
    services = offered;
    Loading loading = new Loading(lower, callable, watch);
    List<MappedDevice> made = new ArrayList<>();
    for (TableSpec table : tables) {
      made.add(loading.device(table.id()));
    }
    boots.add(made);
    targets.values().forEach(Target::start);
    List<BlockDevice> all = new ArrayList<>(callable);
    all.addAll(made);
    return all;
  }

  /** The host is gone: its targets do nothing by themselves any more, and get nothing from it. */
  public void stop() {
    targets.values().forEach(Target::stop);
    targets.clear();
    services.drop();
  }

  /** The devices that were made of a table, one for each boot. */
  public List<MappedDevice> madeOf(TableSpec table) {
    List<MappedDevice> made = new ArrayList<>();
    for (List<MappedDevice> boot : boots) {
      made.add(boot.get(tables.indexOf(table)));
    }
    return made;
  }

  /** Makes the devices of one boot, each after those that it stands on. */
  private final class Loading {

    private final List<BlockDevice> disks;
    private final TargetSite.Surroundings host;
    private final MappedDevice[] made = new MappedDevice[tables.size()];
    private int reached;

    private Loading(List<BlockDevice> disks, List<BlockDevice> callable, TargetWatch watch) {
      this.disks = disks;
      host =
          new TargetSite.Surroundings(
              simulation, memory, watch, parts, number -> of(number, callable), services);
    }

    private MappedDevice device(int number) {
      int place = number - disks.size();
      assert tables.get(place).id() == number : tables.get(place).name() + " is not " + number;
      MappedDevice known = made[place];
      if (known == null) {
        known = make(tables.get(place));
        made[place] = known;
      }
      return known;
    }

    private BlockDevice of(int number, List<BlockDevice> ofDisks) {
      return number < ofDisks.size() ? ofDisks.get(number) : device(number);
    }

    private BlockDevice lower(int number) {
      return of(number, disks);
    }

    private MappedDevice make(TableSpec table) {
      List<Segment> segments = new ArrayList<>();
      for (int number = 0; number < table.lines().size(); number++) {
        TableSpec.Line line = table.lines().get(number);
        TargetSite site = new TargetSite(table, number, host, this::lower);
        int turn = reached++;
        Target target = line.target().create(site);
        targets.put(turn, target);
        segments.add(new Segment(line.first(), line.count(), target));
      }
      List<BlockDevice> below = table.lower().mapToObj(this::lower).toList();
      return new MappedDevice(
          table.id(), table.name(), simulation, segments, StackedLimits.of(below));
    }
  }
}
