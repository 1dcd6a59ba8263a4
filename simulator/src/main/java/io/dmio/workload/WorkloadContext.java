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
 * @param io dm-io
 * @param bios the way of bios past dm-io
 * @param devices the devices, by number
 * @param contents what each device held before the run, by number; {@code verify} calls it {@code
 *     initial}
 * @param places which sectors of devices are the same
 * @param calls numbers the calls
 * @param listener hears of every call
 */
public record WorkloadContext(
    Simulation simulation,
    Moments moments,
    Memory memory,
    Tags tags,
    DmIo io,
    PlainIo bios,
    List<BlockDevice> devices,
    List<SectorContent> contents,
    SectorPlaces places,
    CallRegistry calls,
    WorkloadListener listener) {

  /** Copies the lists and checks that each device's content is known. */
  public WorkloadContext {
    devices = List.copyOf(devices);
    contents = List.copyOf(contents);
    if (devices.size() != contents.size()) {
      throw new IllegalArgumentException(
          devices.size() + " devices, but contents of " + contents.size());
    }
  }
}
