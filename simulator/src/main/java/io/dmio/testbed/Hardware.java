package io.dmio.testbed;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.check.Medium;
import io.dmio.device.DamageBook;
import io.dmio.device.DiskSpec;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencyTables;
import io.dmio.device.PlugQueue;
import io.dmio.device.PowerCutRecord;
import io.dmio.device.RequestQueue;
import io.dmio.device.SimulatedDisk;
import io.dmio.engine.Dialect;
import io.dmio.fault.FaultInjector;
import io.dmio.sim.Digest;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The memory and the disks of a world, which outlive every host. */
final class Hardware {

  private final WorldSpec spec;
  private final Simulation simulation;
  private final Tags tags;
  private final Memory memory;
  private final List<SimulatedDisk> disks = new ArrayList<>();
  private final List<SectorContent> contents = new ArrayList<>();

  Hardware(
      WorldSpec spec, Simulation simulation, Tags tags, FaultInjector faults, DamageBook book) {
    this.spec = spec;
    this.simulation = simulation;
    this.tags = tags;
    memory = new Memory(spec.payload(), tags);
    LatencyTables latencies = new LatencyTables();
    for (DiskSpec disk : spec.disks()) {
      SectorContent content = disk.content();
      SectorStore medium = SectorStore.create(spec.payload(), tags, content);
      contents.add(content);
      disks.add(
          new SimulatedDisk(
              disk, simulation, memory, medium, faults.forDisk(disk.id()), latencies, book));
    }
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

  /** What every disk held at the start. */
  List<SectorContent> contents() {
    return contents;
  }

  /** What every disk holds. */
  List<SectorStore> media() {
    List<SectorStore> media = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      media.add(disk.medium());
    }
    return media;
  }

  /** The disks as the checks see them. */
  List<Medium> checkedMedia() {
    List<Medium> media = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      SectorContent content = contents.get(disk.id());
      media.add(new Medium(disk.name(), disk.medium(), content, disk.hasWriteCache()));
    }
    return media;
  }

  /** What the calls of a new host name: each disk, behind a queue if that does anything. */
  List<BlockDevice> queues() {
    List<BlockDevice> queues = new ArrayList<>();
    for (SimulatedDisk disk : disks) {
      queues.add(queueOf(spec.disks().get(disk.id()), disk));
    }
    return queues;
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

  /** The disks at the end. */
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
              spec.disks().get(disk.id()).latency()));
    }
    return results;
  }

  private BlockDevice queueOf(DiskSpec of, SimulatedDisk disk) {
    if (spec.engine().plug()) {
      return new PlugQueue(disk, simulation);
    }
    boolean cuts =
        spec.engine().dialect() == Dialect.LINUX_6_1
            && of.driver() == DriverKind.REQUEST
            && of.limits().maxSectors() != Long.MAX_VALUE;
    return cuts ? new RequestQueue(disk) : disk;
  }
}
