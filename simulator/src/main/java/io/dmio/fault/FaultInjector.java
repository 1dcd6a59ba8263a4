package io.dmio.fault;

import io.dmio.block.CallNames;
import io.dmio.block.Tags;
import io.dmio.device.DamageListener;
import io.dmio.device.DiskFaults;
import io.dmio.mempool.AllocationGate;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The fault rules of one world.
 *
 * <p><b>Onsets and hits.</b> A rule <em>sets in</em> (an onset), which makes its fault last as its
 * ending says; a bio or allocation that fails by it is a <em>hit</em>. Every hit is recorded
 * ({@code FAULT} with the first bad sector under the bio, how many are bad, and the bio), and the
 * hit at which a rule sets in is one record. An onset without a bio (a group's other members) is
 * recorded with the place's first range and the bio -1. {@code HEAL} is recorded when bad sectors
 * are rewritten, and when an onset that lasts for a time is over. The first onset of a rule is the
 * moment of its name.
 *
 * <p><b>Chance.</b> A rule with a probability draws from {@code fault/NAME}: once for each bio (or,
 * per sector, for each sector of its place under the bio) that matches its place and operations,
 * whether its other conditions hold or not; so draw i always belongs to match i.
 *
 * <p><b>Groups.</b> When one member sets in by its own trigger, so do the others, in their whole
 * place; if some members have a condition (other than an end of their window), those without any
 * only follow.
 *
 * <p><b>Silent rules.</b> A bio that they hit ends OK. They touch those of its sectors that lie in
 * their place, and no others. A bio that another rule fails is left alone: an onset at it waits for
 * the next. Several that hit one bio work one after another, by number, each on what the one before
 * has left. What they have touched is told to the {@link DamageListener} when the bio's data moves.
 *
 * <p><b>Cost.</b> For a bio on a disk with n ranges of sectors of which k are under the bio: O((1 +
 * k) log n), whatever the number of rules elsewhere. A flush looks at all rules of its disk, an
 * allocation at all rules of its pool. Nothing is allocated in the steady state.
 */
public final class FaultInjector {

  private final List<Onsets> onsets = new ArrayList<>();
  private final FaultSwitch faultSwitch = new FaultSwitch();
  private final Tags tags;
  private final DamageListener listener;
  private final HitLog hitLog = new HitLog();
  private final Map<Integer, List<RuleOnDisk>> disks = new TreeMap<>();
  private final Map<String, List<AllocationRule>> pools = new TreeMap<>();

  /**
   * Makes the rules, which have not set in.
   *
   * @param specs the rules, by number from 0
   * @param moments where rules announce their first onset, and hear of what they come after
   * @param calls the names of the calls that bios are part of
   * @param tags those of the world
   * @param listener hears what silent rules have touched
   * @throws IllegalArgumentException if a rule has another number than its place in the list, no
   *     sectors, or what its kind cannot do
   */
  public FaultInjector(
      List<FaultSpec> specs,
      Simulation simulation,
      Moments moments,
      CallNames calls,
      Tags tags,
      DamageListener listener) {
    this.tags = tags;
    this.listener = listener;
    RuleContext context = new RuleContext(simulation, moments, calls);
    for (FaultSpec spec : specs) {
      if (spec.number() != onsets.size()) {
        throw new IllegalArgumentException(
            "rule " + spec.name() + " has number " + spec.number() + ", not " + onsets.size());
      }
      add(spec, context);
    }
    joinGroups(specs);
    for (Onsets rule : onsets) {
      rule.prepare();
    }
  }

  /** The faults of a disk; {@link DiskFaults#NONE} if no rule is about it. */
  public DiskFaults forDisk(int device) {
    List<RuleOnDisk> rules = disks.get(device);
    return rules == null
        ? DiskFaults.NONE
        : new DiskRules(rules, hitLog, faultSwitch, tags, listener);
  }

  /** The allocator under a pool; {@link AllocationGate#OPEN} if no rule is about it. */
  public AllocationGate gateOf(String pool) {
    List<AllocationRule> rules = pools.get(pool);
    return rules == null ? AllocationGate.OPEN : new PoolRules(rules, faultSwitch);
  }

  /**
   * From now on no rule sets in, hits, draws or counts, and what was bad behaves as if it were not.
   * What a rule has changed stays so, and a bio that was hit before ends as it was decided then.
   */
  public void quiet() {
    faultSwitch.turnOff();
  }

  /** The number of the rule that has failed the newest of a call's bios that were failed, or -1. */
  public int ruleOf(int call) {
    return hitLog.ruleOf(call);
  }

  /** How often a rule has set in. */
  public long fired(int rule) {
    return onsets.get(rule).fired();
  }

  /** How many bios or allocations a rule has hit. */
  public long hits(int rule) {
    return onsets.get(rule).hits();
  }

  private void add(FaultSpec spec, RuleContext context) {
    if (spec instanceof FaultSpec.OnSectors about) {
      add(new SectorRule(about, context));
    } else if (spec instanceof FaultSpec.AllocationFailure failure) {
      add(new AllocationRule(failure, context));
    } else {
      throw new IllegalArgumentException("no rule is known for " + spec);
    }
  }

  private void add(SectorRule rule) {
    onsets.add(rule.onsets());
    for (RuleOnDisk onDisk : rule.onDisks()) {
      disks.computeIfAbsent(onDisk.device(), device -> new ArrayList<>()).add(onDisk);
    }
  }

  private void add(AllocationRule rule) {
    onsets.add(rule.onsets());
    pools.computeIfAbsent(rule.pool(), pool -> new ArrayList<>()).add(rule);
  }

  private void joinGroups(List<FaultSpec> specs) {
    Map<Integer, List<Onsets>> groups = new TreeMap<>();
    for (FaultSpec spec : specs) {
      if (spec.trigger().group() >= 0) {
        groups
            .computeIfAbsent(spec.trigger().group(), group -> new ArrayList<>())
            .add(onsets.get(spec.number()));
      }
    }
    for (List<Onsets> members : groups.values()) {
      boolean led = members.stream().anyMatch(Onsets::isConditional);
      Onsets[] all = members.toArray(Onsets[]::new);
      members.forEach(rule -> rule.joinGroup(all, led && !rule.isConditional()));
    }
  }
}
