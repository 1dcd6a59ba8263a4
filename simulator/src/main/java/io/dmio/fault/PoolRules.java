package io.dmio.fault;

import io.dmio.mempool.AllocationGate;
import java.util.List;

/** The rules about one pool, in the order of their numbers; each sees every allocation. */
final class PoolRules implements AllocationGate {

  private final AllocationRule[] rules;
  private final FaultSwitch quiet;

  PoolRules(List<AllocationRule> rules, FaultSwitch quiet) {
    this.quiet = quiet;
    this.rules = rules.toArray(AllocationRule[]::new);
  }

  @Override
  public boolean allows(int pool) {
    boolean allowed = true;
    if (quiet.is()) {
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
