package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.device.DiskSpec;
import io.dmio.device.LatencyTables;
import io.dmio.device.RequestQueue;
import io.dmio.device.SimulatedDisk;
import io.dmio.sim.Simulation;
import java.util.Map;
import java.util.TreeMap;

/** The devices of a recorded case, built from real parts. */
final class CaseDevices {

  private final Simulation simulation;
  private final Memory memory;
  private final Tags tags;
  private final LatencyTables latencies = new LatencyTables();
  private final Map<String, CaseDevice> byName = new TreeMap<>();

  CaseDevices(Simulation simulation, Memory memory, Tags tags, JsonNode list) {
    this.simulation = simulation;
    this.memory = memory;
    this.tags = tags;
    for (JsonNode device : list) {
      String name = device.path("name").asText();
      byName.put(name, make(byName.size(), name, device));
    }
  }

  /** The device of a name. */
  CaseDevice get(String name) {
    CaseDevice device = byName.get(name);
    if (device == null) {
      throw new CaseException("devices", "no device \"" + name + "\"");
    }
    return device;
  }

  Map<String, CaseDevice> all() {
    return byName;
  }

  private CaseDevice make(int id, String name, JsonNode spec) {
    String stack = spec.path("stack").asText();
    if (!stack.equals("dm")) {
      return disk(id, name, stack, spec);
    }
    CaseDevice base = disk(id, name, spec.path("base").asText(), spec);
    CaseTable table = new CaseTable(simulation, memory, spec);
    return base.under(table.stackOn(id, name, base.entry()));
  }

  private CaseDevice disk(int id, String name, String stack, JsonNode spec) {
    DiskTraits traits = DiskTraits.of(stack, spec);
    long sectors = spec.path("sectors").asLong();
    DiskSpec disk = traits.disk(id, name, sectors, spec.path("fill").asLong());
    SectorStore medium = SectorStore.create(PayloadMode.TAGS, tags, disk.content());
    SimulatedDisk made =
        new SimulatedDisk(disk, simulation, memory, medium, traits.faults(), latencies);
    BlockDevice entry = traits.cuts() ? new RequestQueue(made) : made;
    return new CaseDevice(entry, made, stack.equals("mem"), traits.otherThreads());
  }
}
