package io.dmio.testbed;

import io.dmio.device.DiskSpec;
import io.dmio.fault.FaultSpec;
import io.dmio.mapper.TableSpec;
import io.dmio.sim.Digest;
import io.dmio.workload.Step;
import io.dmio.workload.TaskSpec;
import java.util.List;

/** Folds the names that a scenario gives: of devices, rules, tasks, and the ids of steps. */
final class SpecNames {

  private final Digest digest;

  private SpecNames(Digest digest) {
    this.digest = digest;
  }

  static void fold(Digest digest, WorldSpec spec) {
    SpecNames names = new SpecNames(digest);
    for (DiskSpec disk : spec.disks()) {
      digest.fold(disk.name());
    }
    for (TableSpec table : spec.tables()) {
      digest.fold(table.name());
    }
    for (FaultSpec rule : spec.faults()) {
      digest.fold(rule.name());
    }
    for (TaskSpec task : spec.tasks()) {
      digest.fold(task.name());
      names.steps(task.steps());
    }
    for (WorldEvent event : spec.events()) {
      digest.fold(event.name());
    }
  }

  private void steps(List<Step> steps) {
    for (Step step : steps) {
      step(step);
    }
  }

  private void step(Step step) {
    if (!step.made().isEmpty()) {
      digest.fold(step.made());
    }
    if (step instanceof Step.Call call) {
      steps(call.then());
    } else if (step instanceof Step.Repeat repeat) {
      steps(repeat.steps());
    }
  }
}
