package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.PayloadMode;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.device.Arrivals;
import io.dmio.device.HoldOrder;
import io.dmio.device.SimulatedDisk;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIoEngine;
import io.dmio.engine.EngineConfig;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.Steps;
import io.dmio.mempool.AllocationGate;
import io.dmio.mempool.PoolSteps;
import io.dmio.mempool.PoolWatch;
import io.dmio.sim.EventLog;
import io.dmio.sim.Limits;
import io.dmio.sim.LogMode;
import io.dmio.sim.RadixHeap;
import io.dmio.sim.SeededChoices;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/** One recorded case, replayed against the engine of the dialect linux-6.1. */
final class CaseReplay {

  private static final int RESERVE = 16;
  private static final HoldOrder[] RELEASES = {HoldOrder.FIFO, HoldOrder.LIFO};

  private final Tags tags = new Tags();
  private final Memory memory = new Memory(PayloadMode.TAGS, tags);
  private final Simulation simulation =
      new Simulation(
          new RadixHeap(), new SeededChoices(1), new EventLog(LogMode.NONE), Limits.DEFAULT);
  private final DmIoEngine engine;
  private final CaseDevices devices;
  private final JsonNode spec;
  private final List<CaseOp> ops = new ArrayList<>();
  private final ArrayNode polls = JsonNodeFactory.instance.arrayNode();
  private int callbacks;

  private CaseReplay(JsonNode spec, Steps steps) {
    this.spec = spec;
    engine = new DmIoEngine(simulation, memory, config(steps));
    devices = devices();
  }

  private CaseDevices devices() {
    try {
      return new CaseDevices(simulation, memory, tags, spec.path("devices"));
    } catch (IllegalArgumentException impossible) {
      throw new CaseException("devices", String.valueOf(impossible.getMessage()));
    }
  }

  /** Replays a case; what is observed has the recording's form. */
  static ObjectNode observe(JsonNode spec, Steps steps) {
    return new CaseReplay(spec, steps).run();
  }

  private ObjectNode run() {
    for (JsonNode op : spec.path("ops")) {
      String type = op.path("type").asText();
      switch (type) {
        case "io" -> call(op);
        case "wait" -> waitForAll();
        case "release" -> release(op);
        case "poll" -> poll();
        default -> throw new CaseException("ops.type", "no operation \"" + type + "\"");
      }
    }
    return observed();
  }

  private void call(JsonNode spec) {
    CaseBuffer buffer = CaseBuffer.of(memory, spec);
    CaseOp op = new CaseOp(spec, buffer, isTimed(spec), () -> ++callbacks);
    IoRequest request =
        new IoRequest(
            ops.size(),
            CaseWords.op(spec.path("rw").asText()),
            op.isSync(),
            CaseWords.flags(spec.path("flags")),
            spec.path("ioprio").asInt(),
            buffer.memory(),
            regions(spec, op),
            0);
    ops.add(op);
    op.begin();
    engine.submit(request, op);
    op.leave();
    if (op.isSync()) {
      simulation.runUntil(op::hasReturned);
      op.keepBuffer();
    }
  }

  private List<IoRegion> regions(JsonNode spec, CaseOp op) {
    List<IoRegion> regions = new ArrayList<>();
    for (JsonNode region : spec.path("regions")) {
      JsonNode name = region.path("device");
      BlockDevice device =
          name.isNull() ? NoDevice.INSTANCE : new CaseTap(devices.get(name.asText()).entry(), op);
      long sector = region.path("sector").asLong();
      regions.add(new IoRegion(device, sector, region.path("count").asLong()));
    }
    return regions;
  }

  private boolean isTimed(JsonNode spec) {
    for (JsonNode region : spec.path("regions")) {
      JsonNode name = region.path("device");
      if (!name.isNull() && devices.get(name.asText()).otherThreads()) {
        return false;
      }
    }
    return true;
  }

  private void waitForAll() {
    simulation.run();
    ops.forEach(CaseOp::keepBuffer);
  }

  private void release(JsonNode op) {
    String word = op.path("order").asText();
    HoldOrder order = CaseWords.find("ops.order", RELEASES, word);
    int most = op.path("max").asInt();
    SimulatedDisk disk = devices.get(op.path("device").asText()).disk();
    disk.release(order, most == 0 ? Integer.MAX_VALUE : most);
  }

  private void poll() {
    ArrayNode poll = polls.addArray();
    ops.forEach(op -> poll.add(op.polled()));
  }

  private ObjectNode observed() {
    ObjectNode observed = JsonNodeFactory.instance.objectNode();
    ArrayNode list = observed.putArray("ops");
    ops.forEach(op -> list.add(op.observed()));
    if (!polls.isEmpty()) {
      observed.set("polls", polls);
    }
    ObjectNode contents = observed.putObject("devices");
    devices.all().forEach((name, device) -> describe(contents.putObject(name), device));
    return observed;
  }

  private void describe(ObjectNode node, CaseDevice device) {
    SimulatedDisk disk = device.disk();
    node.put("sha256", Contents.sha256(disk.medium(), Sectors.toBytes(disk.sectors())));
    if (device.countsArrivals()) {
      Arrivals arrivals = disk.arrivals();
      ObjectNode arrived = node.putObject("arrived");
      for (Arrivals.Kind kind : Arrivals.Kind.values()) {
        arrived.put(CaseWords.of(kind), arrivals.of(kind));
      }
      arrived.put("preflush", arrivals.preflush()).put("fua", arrivals.fua());
    }
  }

  private static EngineConfig config(Steps steps) {
    return new EngineConfig(
        Dialect.LINUX_6_1,
        steps,
        PoolSteps.CORRECT,
        List.of(new ClientConfig("main", RESERVE, RESERVE)),
        name -> AllocationGate.OPEN,
        pool -> PoolWatch.NONE);
  }
}
