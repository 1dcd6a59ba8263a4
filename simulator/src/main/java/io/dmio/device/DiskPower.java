package io.dmio.device;

import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import io.dmio.device.PowerEventCodec.Power;
import io.dmio.device.PowerEventCodec.Power.Change;
import io.dmio.device.PowerEventCodec.Survive;
import io.dmio.sim.Branches;
import io.dmio.sim.RandomStream;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a disk has power and can be reached, and what its power cuts did to it. */
final class DiskPower {

  private final DiskSpec spec;
  private final Simulation simulation;
  private final DiskMedia media;
  private final DamageListener damage;
  private final UnreadableSectors unreadable = new UnreadableSectors();
  private final List<PowerCutRecord> cuts = new ArrayList<>();
  private @Nullable RandomStream chance;
  private boolean powered = true;
  private boolean online = true;

  DiskPower(DiskSpec spec, Simulation simulation, DiskMedia media, DamageListener damage) {
    this.spec = spec;
    this.simulation = simulation;
    this.media = media;
    this.damage = damage;
  }

  /** Whether bios reach the disk. */
  boolean accepts() {
    return powered && online;
  }

  /** Whether it has power. */
  boolean isPowered() {
    return powered;
  }

  /** The cuts so far, the first {@link PowerCutRecord#MOST_CUTS}. */
  List<PowerCutRecord> cuts() {
    return List.copyOf(cuts);
  }

  /** Power returns. */
  void restore() {
    powered = true;
    record(Change.RESTORED, 0);
  }

  /** The path to the disk is interrupted. */
  void goOffline(int bios) {
    online = false;
    record(Change.OFFLINE, bios);
  }

  /** The path is there again. */
  void goOnline() {
    online = true;
    record(Change.ONLINE, 0);
  }

  /**
   * Power fails: from now on the disk holds what survives.
   *
   * @param bios how many are in the disk
   * @param inFlight does what the writes being served would do, in their order
   */
  void cut(Survival how, boolean hostGone, int bios, Branches branches, Runnable inFlight) {
    powered = false;
    Power.cut(simulation, spec.id(), how, bios, hostGone);
    WriteCache known = media.cache();
    WriteCache lost = known == null ? WriteCache.of(spec, media.medium()) : known;
    long completed = lost.clock();
    lost.beginCapture(spec.limits().physicalBlockBytes());
    media.beginCapture(lost);
    inFlight.run();
    PowerLoss loss = loss(lost, completed);
    loss.choose(Chooser.of(how, lost, this::chance, branches));
    lost.endCapture();
    loss.fates().forEach(this::remove);
    media.endCapture(unreadable);
    keep(how, hostGone, bios, loss);
    recordRuns(loss.fates());
  }

  private PowerLoss loss(WriteCache lost, long completed) {
    SectorStore medium = media.medium();
    int block = Math.max(spec.limits().physicalBlockBytes(), spec.atomicWriteBytes());
    return new PowerLoss(lost, completed, medium, spec.sectors(), Sectors.ofBytes(block));
  }

  // A stream that nobody draws from is not there: it would be part of the fingerprint.
  private RandomStream chance() {
    RandomStream known = chance;
    if (known == null) {
      known = simulation.choices().stream(spec.name() + "/power");
      chance = known;
    }
    return known;
  }

  private void keep(Survival how, boolean hostGone, int bios, PowerLoss loss) {
    if (cuts.size() < PowerCutRecord.MOST_CUTS) {
      List<Fate> fates = loss.fates();
      cuts.add(
          new PowerCutRecord(
              spec.id(),
              simulation.now(),
              how,
              hostGone,
              bios,
              loss.states(),
              fates.size(),
              fates.subList(0, Math.min(fates.size(), PowerCutRecord.MOST_FATES))));
    }
  }

  private void remove(Fate fate) {
    long end = fate.first() + fate.sectors();
    if (fate.state() == State.UNREADABLE) {
      unreadable.add(fate.first(), end);
      damage.damaged(spec.id(), fate.first(), fate.sectors(), DamageListener.NO_RULE);
    } else if (fate.state() == State.IN_FLIGHT) {
      unreadable.heal(fate.first(), end);
    }
  }

  private void recordRuns(List<Fate> fates) {
    for (int from = 0; from < fates.size(); ) {
      int to = from + 1;
      while (to < fates.size() && continues(fates.get(to - 1), fates.get(to))) {
        to++;
      }
      recordRun(fates.get(from), fates.get(to - 1));
      from = to;
    }
  }

  private static boolean continues(Fate one, Fate next) {
    return next.first() == one.first() + one.sectors()
        && next.state() == one.state()
        && next.survived() == one.survived()
        && next.contents() == one.contents();
  }

  private void recordRun(Fate first, Fate last) {
    long sectors = last.first() + last.sectors() - first.first();
    Survive.write(simulation, spec.id(), first, sectors);
  }

  private void record(Change change, int bios) {
    Power.write(simulation, spec.id(), change, bios);
  }
}
