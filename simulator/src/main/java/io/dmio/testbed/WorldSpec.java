package io.dmio.testbed;

import io.dmio.block.PayloadMode;
import io.dmio.check.Check;
import io.dmio.device.DiskSpec;
import io.dmio.fault.FaultSpec;
import io.dmio.mapper.TableSpec;
import io.dmio.sim.Limits;
import io.dmio.workload.TaskSpec;
import java.util.List;

/**
 * Everything that makes a run, with no defaults left. Equal specs give equal digests.
 *
 * @param scenario the scenario's name
 * @param seed where all chance comes from
 * @param limits where the run is stopped
 * @param payload how contents are held
 * @param engine the engine
 * @param disks the disks, by number
 * @param tables the stacked devices; their numbers follow those of the disks, in this order
 * @param faults the rules, by number
 * @param tasks the tasks, by number
 * @param events what is done from outside, by number
 * @param skipped checks that do not run
 * @param expect what is expected of the whole run
 */
public record WorldSpec(
    String scenario,
    long seed,
    Limits limits,
    PayloadMode payload,
    EngineSpec engine,
    List<DiskSpec> disks,
    List<TableSpec> tables,
    List<FaultSpec> faults,
    List<TaskSpec> tasks,
    List<WorldEvent> events,
    List<Check> skipped,
    RunExpectation expect) {

  /** Copies the lists. */
  public WorldSpec {
    disks = List.copyOf(disks);
    tables = List.copyOf(tables);
    faults = List.copyOf(faults);
    tasks = List.copyOf(tasks);
    events = List.copyOf(events);
    skipped = List.copyOf(skipped);
  }

  /** The name of a device. */
  public String device(int number) {
    int table = number - disks.size();
    return table < 0 ? disks.get(number).name() : tables.get(table).name();
  }

  /** Whether disks may lose their power, alone or with the host. */
  public boolean losesPower() {
    for (WorldEvent event : events) {
      if (event.action().survival() != null) {
        return true;
      }
    }
    return false;
  }

  /** The same world from another seed. */
  public WorldSpec withSeed(long other) {
    return new WorldSpec(
        scenario, other, limits, payload, engine, disks, tables, faults, tasks, events, skipped,
        expect);
  }

  /** The same world with contents held in another way. */
  public WorldSpec withPayload(PayloadMode other) {
    return new WorldSpec(
        scenario, seed, limits, other, engine, disks, tables, faults, tasks, events, skipped,
        expect);
  }

  /** The same world with other tasks. */
  public WorldSpec withTasks(List<TaskSpec> others) {
    return new WorldSpec(
        scenario, seed, limits, payload, engine, disks, tables, faults, others, events, skipped,
        expect);
  }

  /** The same world with other rules. */
  public WorldSpec withFaults(List<FaultSpec> others) {
    return new WorldSpec(
        scenario, seed, limits, payload, engine, disks, tables, others, tasks, events, skipped,
        expect);
  }
}
