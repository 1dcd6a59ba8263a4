package io.dmio.block;

import io.dmio.sim.EventFields;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Simulation;

/** The layout of the records that tell of bios between their owners and devices. */
public final class BioEventCodec {

  private BioEventCodec() {}

  /**
   * {@link EventKind#SUBMIT}.
   *
   * @param bio the bio's number
   * @param region of its call
   * @param device the number of the device that it goes to
   * @param sector its first sector
   * @param bytes its size
   * @param call the call's number, -1 for none
   */
  public record Submit(int bio, int region, int device, long sector, long bytes, int call) {

    /** Records that a bio goes to a device. */
    public static void write(Simulation simulation, Bio bio, int region, int device) {
      simulation.record(
          EventKind.SUBMIT,
          bio.number(),
          EventFields.detail(region, device),
          bio.sector(),
          bio.bytes(),
          bio.call());
    }

    /** Reads a record of this kind. */
    public static Submit read(EventLog log, long record) {
      int detail = log.detail(record);
      return new Submit(
          log.subject(record),
          EventFields.high(detail),
          EventFields.low(detail),
          log.a(record),
          log.b(record),
          (int) log.c(record));
    }
  }

  /**
   * {@link EventKind#END}.
   *
   * @param bio the bio's number
   * @param status how it ended
   * @param device the number of its device
   * @param sector where its iterator was left
   * @param residual bytes behind the iterator
   * @param call the call's number, -1 for none
   */
  public record End(int bio, BlockStatus status, int device, long sector, long residual, int call) {

    private static final BlockStatus[] STATUSES = BlockStatus.values();

    /** Records that a bio has ended. */
    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new statuses go to the end
    public static void write(Simulation simulation, Bio bio) {
      simulation.record(
          EventKind.END,
          bio.number(),
          EventFields.detail(bio.status().ordinal(), bio.device().id()),
          bio.sector(),
          bio.residual(),
          bio.call());
    }

    /** Reads a record of this kind. */
    public static End read(EventLog log, long record) {
      int detail = log.detail(record);
      return new End(
          log.subject(record),
          STATUSES[EventFields.high(detail)],
          EventFields.low(detail),
          log.a(record),
          log.b(record),
          (int) log.c(record));
    }
  }
}
