package io.dmio.testbed;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.check.CheckedDevices;
import io.dmio.check.Medium;
import io.dmio.check.Medium.Habits;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.device.LatencyTables;
import io.dmio.device.PlugQueue;
import io.dmio.device.PowerCutRecord;
import io.dmio.device.RequestQueue;
import io.dmio.device.SimulatedDisk;
import io.dmio.engine.Capability;
import io.dmio.fault.FaultInjector;
import io.dmio.mapper.DeviceTables;
import io.dmio.mapper.HostServices;
import io.dmio.mapper.MappedDevice;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.TableLines;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TargetWatch;
import io.dmio.sim.Digest;
import io.dmio.sim.Simulation;
import io.dmio.workload.SectorPlaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The memory and the disks of a world, which outlive every host, and the stacked devices, which are
 * loaded anew with every boot.
 */
final class Hardware {

  private final WorldSpec spec;
  private final Simulation simulation;
  private final Tags tags;
  private final Memory memory;
  private final List<SimulatedDisk> disks = new ArrayList<>();
  private final List<SectorContent> contents = new ArrayList<>();
  private final SectorMap map;
  private final DeviceTables tables;

  Hardware(
      WorldSpec spec, Simulation simulation, Tags tags, FaultInjector faults, DamageListener book) {
    this.spec = spec;
    this.simulation = simulation;
    this.tags = tags;
    memory = new Memory(spec.payload(), tags);
    map = new SectorMap(spec.disks().size(), spec.tables());
    tables = new DeviceTables(spec.tables(), simulation, memory);
    LatencyTables latencies = new LatencyTables();
    for (DiskSpec disk : spec.disks()) {
      SectorContent content = disk.content();
      SectorStore medium = SectorStore.create(spec.payload(), tags, content);
      contents.add(content);
      disks.add(
          new SimulatedDisk(
              disk, simulation, memory, medium, faults.forDisk(disk.id()), latencies, book));
    }
    contents.addAll(StackedContent.of(spec.tables(), map, contents));
  }

  Tags tags() {
    return tags;
  }

  Memory memory() {
    return memory;
  }

  /** The disks, by number. */
  List<SimulatedDisk> disks() {
    return disks;
  }

  /** Which sectors of devices are the same. */
  SectorPlaces places() {
    return spec.tables().isEmpty() ? SectorPlaces.PLAIN : new MappedPlaces(map);
  }

  /** What every device held at the start, by number. */
  List<SectorContent> contents() {
    return contents;
  }

  /** What every device holds, by number. */
  List<SectorContent> presentContents() {
    List<SectorContent> present = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      present.add(disk.medium()::tag);
    }
    present.addAll(StackedContent.of(spec.tables(), map, present));
    return present;
  }

  /** The devices as the checks see them. */
  CheckedDevices checkedDevices() {
    List<Medium> media = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      SectorContent content = contents.get(disk.id());
      media.add(new Medium(disk.name(), disk.sectors(), disk.medium(), content, habits(disk)));
      names.add(disk.name());
    }
    spec.tables().forEach(table -> names.add(table.name()));
    return new CheckedDevices(media, map, names);
  }

  private Habits habits(SimulatedDisk disk) {
    boolean requests = spec.disks().get(disk.id()).driver() == DriverKind.REQUEST;
    return new Habits(disk.hasWriteCache(), requests, isQueued(disk));
  }

  /**
   * What the calls of a new host name, by number: each disk, behind a queue if that does anything,
   * and the stacked devices.
   *
   * @param tap puts a tap before a disk that is reached by a queue or a table
   * @param services what the host offers to its targets
   * @param watch hears what targets do that is no error
   */
  List<BlockDevice> devices(
      UnaryOperator<BlockDevice> tap, HostServices services, TargetWatch watch) {
    List<BlockDevice> queues = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      queues.add(isQueued(disk) ? queueOf(tap.apply(disk)) : disk);
    }
    if (spec.tables().isEmpty()) {
      return queues;
    }
    List<BlockDevice> lower = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      lower.add(isQueued(disk) ? queues.get(disk.id()) : tap.apply(disk));
    }
    return tables.load(lower, queues, services, watch);
  }

  /** The host has died, and its stacked devices with it. */
  void dropHost() {
    tables.stop();
  }

  /** Folds the contents of all disks. */
  void fold(Digest digest) {
    for (SimulatedDisk disk : disks) {
      Digests.foldContents(digest, disk.id(), disk.medium(), contents.get(disk.id()), tags);
    }
  }

  /** What every power cut did to every disk, by time. */
  List<PowerCutRecord> powerCuts() {
    List<PowerCutRecord> cuts = new ArrayList<>();
    disks.forEach(disk -> cuts.addAll(disk.powerCuts()));
    if (cuts.size() > 1) {
      cuts.sort(Comparator.comparingLong(PowerCutRecord::timeNanos));
    }
    return cuts;
  }

  /** The devices at the end. */
  List<RunResult.DeviceResult> results() {
    List<RunResult.DeviceResult> results = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      results.add(
          new RunResult.DeviceResult(
              disk.name(),
              disk.bios(),
              disk.failed(),
              disk.sectorsRead(),
              disk.sectorsWritten(),
              spec.disks().get(disk.id()).latency(),
              List.of()));
    }
    spec.tables().forEach(table -> results.add(result(table)));
    return results;
  }

  private RunResult.DeviceResult result(TableSpec table) {
    List<MappedDevice> made = tables.madeOf(table);
    return new RunResult.DeviceResult(
        table.name(),
        made.stream().mapToLong(MappedDevice::bios).sum(),
        made.stream().mapToLong(MappedDevice::failed).sum(),
        made.stream().mapToLong(MappedDevice::sectorsRead).sum(),
        made.stream().mapToLong(MappedDevice::sectorsWritten).sum(),
        new LatencyProfile(LatencySpec.NONE, LatencySpec.NONE, LatencySpec.NONE),
        TableLines.of(table, spec::device));
  }

  private boolean isQueued(SimulatedDisk disk) {
    return spec.engine().plug() || isCut(spec.disks().get(disk.id()));
  }

  private boolean isCut(DiskSpec disk) {
    return spec.engine().dialect().has(Capability.SPLIT_REQUESTS)
        && disk.driver() == DriverKind.REQUEST
        && disk.limits().maxSectors() != Long.MAX_VALUE;
  }

  private BlockDevice queueOf(BlockDevice disk) {
    return spec.engine().plug() ? new PlugQueue(disk, simulation) : new RequestQueue(disk);
  }
}
