package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.mapper.DelayTarget;
import io.dmio.mapper.DustTarget;
import io.dmio.mapper.ErrorTarget;
import io.dmio.mapper.FlakeyFaults;
import io.dmio.mapper.FlakeyTarget;
import io.dmio.mapper.LinearTarget;
import io.dmio.mapper.LowerRange;
import io.dmio.mapper.MappedDevice;
import io.dmio.mapper.Segment;
import io.dmio.mapper.StripedTarget;
import io.dmio.mapper.Target;
import io.dmio.mapper.TargetWatch;
import io.dmio.mapper.ZeroTarget;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/** The table of a recorded dm device: every segment lies on the same sectors of the base. */
final class CaseTable {

  private static final long DELAY_NANOS = 200_000_000;
  private static final long STRIPE_SECTORS = 128;
  private static final long CHUNK = 8;
  private static final FlakeyFaults.CorruptByte CORRUPT_READ =
      new FlakeyFaults.CorruptByte(32, true, 7);

  private final Simulation simulation;
  private final Memory memory;
  private final JsonNode spec;

  CaseTable(Simulation simulation, Memory memory, JsonNode spec) {
    this.simulation = simulation;
    this.memory = memory;
    this.spec = spec;
  }

  BlockDevice stackOn(int id, String name, BlockDevice base) {
    List<Segment> table = new ArrayList<>();
    for (JsonNode segment : spec.path("segments")) {
      long first = segment.path(0).asLong();
      Target target = target(segment.path(2).asText(), new LowerRange(base, first, first));
      table.add(new Segment(first, segment.path(1).asLong(), target));
    }
    return new MappedDevice(id, name, simulation, table, base.limits());
  }

  private Target target(String word, LowerRange below) {
    return switch (word) {
      case "linear" -> new LinearTarget(below);
      case "error" -> new ErrorTarget();
      case "zero" -> new ZeroTarget(memory);
      case "delay" -> new DelayTarget(below, simulation, DELAY_NANOS);
      case "striped8" -> striped(below);
      case "dust512" -> dust(below, 1);
      case "dust4096" -> dust(below, 8);
      case "flakey_error" -> flakey(below, FlakeyFaults.ERROR);
      case "flakey_error_writes" -> flakey(below, FlakeyFaults.ERROR_WRITES);
      case "flakey_drop_writes" -> flakey(below, FlakeyFaults.DROP_WRITES);
      case "flakey_corrupt_read" -> flakey(below, FlakeyFaults.corrupting(CORRUPT_READ));
      default -> throw new CaseException("devices.segments", "no target \"" + word + "\"");
    };
  }

  private Target striped(LowerRange below) {
    LowerRange second =
        new LowerRange(below.device(), below.begin(), below.offset() + STRIPE_SECTORS);
    return new StripedTarget(List.of(below, second), CHUNK);
  }

  private Target dust(LowerRange below, long blockSectors) {
    DustTarget dust = new DustTarget(below, blockSectors);
    spec.path("dust_bad").forEach(block -> dust.addBadBlock(block.asLong()));
    return dust;
  }

  private Target flakey(LowerRange below, FlakeyFaults faults) {
    int id = below.device().id();
    return new FlakeyTarget(id, below, faults, () -> true, memory, TargetWatch.NONE);
  }
}
