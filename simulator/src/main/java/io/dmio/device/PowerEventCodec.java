package io.dmio.device;

import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import io.dmio.sim.EventFields;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Simulation;

/** The layout of the records that tell of the power of disks. */
public final class PowerEventCodec {

  private PowerEventCodec() {}

  /**
   * {@link EventKind#POWER}.
   *
   * @param device the number of the disk
   * @param change what happens
   * @param survives of a cut, what survives
   * @param bios how many bios are in the disk
   * @param ownerGone of a cut, whether the owner of these bios is gone
   */
  public record Power(int device, Change change, Survival survives, long bios, boolean ownerGone) {

    private static final Change[] CHANGES = Change.values();
    private static final Survival[] SURVIVALS = Survival.values();

    /** What happens. */
    public enum Change {
      /** Power fails. */
      CUT,
      /** Power returns. */
      RESTORED,
      /** The path to the disk breaks. */
      OFFLINE,
      /** The path is there again. */
      ONLINE
    }

    /** Records that power fails. */
    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new ways to survive go to the end
    static void cut(
        Simulation simulation, int device, Survival survives, int bios, boolean ownerGone) {
      write(simulation, device, Change.CUT, survives.ordinal(), bios, ownerGone ? 1 : 0);
    }

    /** Records another change than a cut. */
    static void write(Simulation simulation, int device, Change change, int bios) {
      write(simulation, device, change, 0, bios, 0);
    }

    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new changes go to the end
    private static void write(
        Simulation simulation, int device, Change change, long a, long b, long c) {
      simulation.record(EventKind.POWER, device, change.ordinal(), a, b, c);
    }

    /** Reads a record of this kind. */
    public static Power read(EventLog log, long record) {
      return new Power(
          log.subject(record),
          CHANGES[log.detail(record)],
          SURVIVALS[(int) log.a(record)],
          log.b(record),
          log.c(record) == 1);
    }
  }

  /**
   * {@link EventKind#SURVIVE}.
   *
   * @param device the number of the disk
   * @param state what survived
   * @param sector the first sector
   * @param sectors how many
   * @param survived which of the contents that were allowed; 0 if nothing survived
   * @param contents how many were allowed; 0 if nothing survived
   */
  public record Survive(
      int device, State state, long sector, long sectors, int survived, int contents) {

    private static final State[] STATES = State.values();

    /**
     * Records what a run of sectors holds after a power cut.
     *
     * @param first the fate of its first sectors, which is that of all
     */
    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new states go to the end
    static void write(Simulation simulation, int device, Fate first, long sectors) {
      boolean readable = first.state() != State.UNREADABLE;
      simulation.record(
          EventKind.SURVIVE,
          device,
          first.state().ordinal(),
          first.first(),
          sectors,
          readable ? EventFields.field(first.survived(), first.contents()) : 0);
    }

    /** Reads a record of this kind. */
    public static Survive read(EventLog log, long record) {
      long which = log.c(record);
      return new Survive(
          log.subject(record),
          STATES[log.detail(record)],
          log.a(record),
          log.b(record),
          EventFields.high(which),
          EventFields.low(which));
    }
  }
}
