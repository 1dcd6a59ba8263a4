package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.SectorContent;
import io.dmio.block.Tags;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.DmIo;
import io.dmio.engine.PlainIo;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import java.util.List;

/**
 * The world as tasks see it.
 *
 * @param simulation time, events, chance and the log
 * @param moments named moments
 * @param memory the host's memory
 * @param tags of this world
 * @param ways how data gets to devices
 * @param disks where it gets to
 * @param listener hears of every call
 */
public record WorkloadContext(
    Simulation simulation,
    Moments moments,
    Memory memory,
    Tags tags,
    Ways ways,
    Disks disks,
    WorkloadListener listener) {

  /**
   * How data gets to devices.
   *
   * @param io dm-io
   * @param bios sends bios past dm-io
   * @param calls numbers the calls of both
   */
  public record Ways(DmIo io, PlainIo bios, CallRegistry calls) {}

  /**
   * The devices, by number, and what is known of their sectors.
   *
   * @param devices disks and what is stacked on them
   * @param contents what each device held before the run; {@code verify} calls it {@code initial}
   * @param places which sectors of devices are the same
   */
  public record Disks(
      List<BlockDevice> devices, List<SectorContent> contents, SectorPlaces places) {

    /** Copies the lists and checks that each device's content is known. */
    public Disks {
      devices = List.copyOf(devices);
      contents = List.copyOf(contents);
      if (devices.size() != contents.size()) {
        throw new IllegalArgumentException(
            devices.size() + " devices, but contents of " + contents.size());
      }
    }
  }

  /** dm-io. */
  public DmIo io() {
    return ways.io();
  }

  /** The sender of bios past dm-io. */
  public PlainIo bios() {
    return ways.bios();
  }

  /** The registry that numbers calls. */
  public CallRegistry calls() {
    return ways.calls();
  }

  /** The devices, by number. */
  public List<BlockDevice> devices() {
    return disks.devices();
  }

  /** What each device held before the run, by number. */
  public List<SectorContent> contents() {
    return disks.contents();
  }

  /** Which sectors of devices are the same. */
  public SectorPlaces places() {
    return disks.places();
  }
}
