package io.dmio.fault;

import io.dmio.mempool.AllocationGate;
import java.util.List;

/** The rules about one pool, in the order of their numbers; each sees every allocation. */
final class PoolRules implements AllocationGate {

  private final AllocationRule[] rules;
  private final FaultSwitch faultSwitch;

  PoolRules(List<AllocationRule> rules, FaultSwitch faultSwitch) {
    this.faultSwitch = faultSwitch;
    this.rules = rules.toArray(AllocationRule[]::new);
  }

  @Override
  public boolean allows(int pool) {
    boolean allowed = true;
    if (faultSwitch.isOff()) {
      return allowed;
    }
    for (AllocationRule rule : rules) {
      if (rule.fails(pool)) {
        allowed = false;
      }
    }
    return allowed;
  }
}
