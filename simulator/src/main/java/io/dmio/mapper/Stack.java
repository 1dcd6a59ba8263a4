package io.dmio.mapper;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the tables of a world, once for each boot of its host: what a stacked device has under way
 * is the host's, and goes with it.
 */
public final class Stack {

  private final List<TableSpec> tables;
  private final Simulation simulation;
  private final Memory memory;
  private final Crossing.Parts parts = new Crossing.Parts();
  private final List<FlakeyPhases> phases = new ArrayList<>();

  /** Every device that was made, by boot. */
  private final List<List<MappedDevice>> boots = new ArrayList<>();

  /**
   * Makes an empty stack.
   *
   * @param tables by number, each behind all disks
   */
  public Stack(List<TableSpec> tables, Simulation simulation, Memory memory) {
    this.tables = List.copyOf(tables);
    this.simulation = simulation;
    this.memory = memory;
  }

  /**
   * Loads all tables.
   *
   * @param disks the devices that are not stacked, by number
   * @param watch hears what targets do without an error
   * @return all devices, by number
   */
  public List<BlockDevice> load(List<BlockDevice> disks, TargetWatch watch) {
    if (tables.isEmpty()) {
      return disks;
    }
    stop();
    Loading loading = new Loading(disks, watch);
    List<MappedDevice> made = new ArrayList<>();
    for (TableSpec table : tables) {
      made.add(loading.device(table.id()));
    }
    boots.add(made);
    phases.forEach(FlakeyPhases::start);
    List<BlockDevice> all = new ArrayList<>(disks);
    all.addAll(made);
    return all;
  }

  /** The host is gone: nothing happens by itself any more. */
  public void stop() {
    phases.forEach(FlakeyPhases::stop);
    phases.clear();
  }

  /** The devices that were made of a table, one for each boot. */
  public List<MappedDevice> madeOf(TableSpec table) {
    List<MappedDevice> made = new ArrayList<>();
    for (List<MappedDevice> boot : boots) {
      made.add(boot.get(tables.indexOf(table)));
    }
    return made;
  }

  /** Makes devices in the order in which they stand on each other. */
  private final class Loading {

    private final List<BlockDevice> disks;
    private final TargetWatch watch;
    private final MappedDevice[] made = new MappedDevice[tables.size()];

    private Loading(List<BlockDevice> disks, TargetWatch watch) {
      this.disks = disks;
      this.watch = watch;
    }

    private MappedDevice device(int number) {
      int place = number - disks.size();
      MappedDevice known = made[place];
      if (known == null) {
        known = make(tables.get(place));
        made[place] = known;
      }
      return known;
    }

    private BlockDevice below(int number) {
      return number < disks.size() ? disks.get(number) : device(number);
    }

    private MappedDevice make(TableSpec table) {
      List<Segment> segments = new ArrayList<>();
      for (int line = 0; line < table.lines().size(); line++) {
        TableSpec.Line of = table.lines().get(line);
        segments.add(new Segment(of.first(), of.count(), target(table, line, of)));
      }
      List<BlockDevice> lower = table.lower().mapToObj(this::below).toList();
      return new MappedDevice(
          table.id(), table.name(), simulation, segments, StackedLimits.of(lower));
    }

    private Target target(TableSpec table, int number, TableSpec.Line line) {
      TargetSpec spec = line.target();
      long first = line.first();
      if (spec instanceof TargetSpec.Linear linear) {
        return new LinearTarget(place(table, linear.below(), first));
      }
      if (spec instanceof TargetSpec.Striped striped) {
        return new StripedTarget(
            striped.legs().stream().map(leg -> place(table, leg, first)).toList(), striped.chunk());
      }
      if (spec instanceof TargetSpec.Delay delay) {
        return new DelayTarget(
            lane(table, delay.read(), first),
            lane(table, delay.write(), first),
            lane(table, delay.flush(), first));
      }
      if (spec instanceof TargetSpec.Flakey flakey) {
        FlakeyPhases clock = new FlakeyPhases(simulation, table.id(), number, flakey);
        phases.add(clock);
        Below below = place(table, flakey.below(), first);
        return new FlakeyTarget(table.id(), below, flakey.down(), clock, memory, watch);
      }
      if (spec instanceof TargetSpec.Dust dust) {
        return new DustTarget(place(table, dust.below(), first), dust.blockSectors());
      }
      return spec instanceof TargetSpec.Zero ? new ZeroTarget(memory) : new ErrorTarget();
    }

    private DelayTarget.Lane lane(TableSpec table, TargetSpec.Delay.Lane lane, long first) {
      return new DelayTarget.Lane(place(table, lane.below(), first), simulation, lane.nanos());
    }

    private Below place(TableSpec table, TargetSpec.Lower lower, long first) {
      BlockDevice below = below(lower.device());
      return new Below(new Crossing(table.id(), below, simulation, parts), first, lower.sector());
    }
  }
}
