package io.dmio.run;

import io.dmio.engine.ErrorBits;
import io.dmio.fault.FaultSpec;
import io.dmio.fault.Trigger;
import io.dmio.sim.LogMode;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.CallOutcome;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.RuleResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.WorldSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What would have happened without a fault: the same world from the same seed, in which one rule
 * never fires. Its draws are its own, so that nothing else is drawn otherwise.
 */
public final class Counterfactual {

  private static final int MOST_CALLS = 5;

  private final WorldSpec world;
  private final RunSettings how;
  private final RunResult real;
  private final ScenarioLines source;

  /**
   * Compares with a run.
   *
   * @param world what was run, from the seed of the run
   * @param how it was run
   * @param real what came of it
   * @param source where the rules stand
   */
  public Counterfactual(WorldSpec world, RunSettings how, RunResult real, ScenarioLines source) {
    this.world = world;
    this.how = how;
    this.real = real;
    this.source = source;
  }

  /** A few lines for each rule that has fired. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (RuleResult rule : real.rules()) {
      if (rule.fired() > 0) {
        tell(rule, lines);
      }
    }
    if (lines.isEmpty()) {
      lines.add("No rule has fired: there is nothing to leave out.");
    }
    return lines;
  }

  private void tell(RuleResult rule, List<String> lines) {
    RunOptions options =
        new RunOptions(LogMode.NONE, RunListener.NONE, how.exhibit(), how.silentLimit());
    RunResult other = Testbed.run(without(rule.number()), options);
    lines.add(
        "Without "
            + rule.name()
            + " ("
            + source.placeOf(rule.number())
            + ") "
            + other.totals().failedCalls()
            + " of "
            + other.totals().calls()
            + " calls would fail, and not "
            + real.totals().failedCalls()
            + " of "
            + real.totals().calls()
            + ".");
    Map<String, CallOutcome> others = new TreeMap<>();
    other.callList().forEach(call -> others.put(call.name(), call));
    int told = 0;
    for (CallOutcome call : real.callList()) {
      CallOutcome twin = others.get(call.name());
      if (twin != null && twin.bits() != call.bits() && told++ < MOST_CALLS) {
        lines.add(
            "  " + call.name() + " would get " + bits(twin) + ", and not " + bits(call) + ".");
      }
    }
    if (told > MOST_CALLS) {
      lines.add("  The bits of " + (told - MOST_CALLS) + " more calls would differ.");
    }
  }

  private static String bits(CallOutcome call) {
    return ErrorBits.binary(call.bits(), call.regions());
  }

  private WorldSpec without(int rule) {
    List<FaultSpec> faults = new ArrayList<>();
    for (FaultSpec fault : world.faults()) {
      faults.add(fault.number() == rule ? fault.when(never(fault.trigger())) : fault);
    }
    return world.withFaults(faults);
  }

  private static Trigger never(Trigger trigger) {
    return new Trigger(
        0,
        0,
        trigger.nth(),
        trigger.every(),
        trigger.probability(),
        trigger.perSector(),
        trigger.after(),
        trigger.afterDelayNanos(),
        trigger.atBio(),
        trigger.times(),
        trigger.group());
  }
}
