package io.dmio.testbed;

import io.dmio.check.CallDirectory;
import io.dmio.engine.CallRegistry;
import io.dmio.fault.FaultInjector;

/** The names of one world; numbers that nobody gave have names as well. */
final class WorldNames implements Names, CallDirectory {

  private final WorldSpec spec;
  private final CallRegistry calls;
  private final FaultInjector faults;

  WorldNames(WorldSpec spec, CallRegistry calls, FaultInjector faults) {
    this.spec = spec;
    this.calls = calls;
    this.faults = faults;
  }

  @Override
  public int ruleOfCall(int call) {
    return faults.ruleOf(call);
  }

  @Override
  public String task(int number) {
    return spec.tasks().get(number).name();
  }

  @Override
  public String device(int number) {
    return spec.device(number);
  }

  @Override
  public String pool(int number) {
    String client = spec.engine().clientConfigs().get(number / 2).name();
    return client + (number % 2 == 0 ? ".ios" : ".bios");
  }

  @Override
  public String rule(int number) {
    return spec.faults().get(number).name();
  }

  @Override
  public String event(int number) {
    return spec.events().get(number).name();
  }

  @Override
  public String call(int number) {
    return isKnown(number) ? calls.name(number) : "call " + number;
  }

  @Override
  public int taskOfCall(int call) {
    return isKnown(call) ? calls.taskOf(call) : -1;
  }

  private boolean isKnown(int call) {
    return call >= 0 && call < calls.count();
  }
}
