package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.sim.EventFields;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Simulation;

/** The layout of the records that tell what stacked devices do. */
public final class RemapEventCodec {

  private RemapEventCodec() {}

  /**
   * {@link EventKind#REMAP}.
   *
   * @param bio the bio's number
   * @param table the number of the stacked device
   * @param device the number of the device below
   * @param sector the first sector there
   * @param bytes what is sent on
   * @param part its number, from 1
   * @param origin its first sector on the stacked device
   */
  public record Remap(
      int bio, int table, int device, long sector, int bytes, int part, long origin) {

    /** Records that a stacked device sends a bio, or a part of it, to a device below. */
    static void write(Simulation simulation, int table, BlockDevice below, Bio bio) {
      simulation.record(
          EventKind.REMAP,
          bio.number(),
          EventFields.detail(table, below.id()),
          bio.sector(),
          EventFields.field(bio.bytes(), bio.part()),
          bio.origin());
    }

    /** Reads a record of this kind. */
    public static Remap read(EventLog log, long record) {
      int detail = log.detail(record);
      long size = log.b(record);
      return new Remap(
          log.subject(record),
          EventFields.high(detail),
          EventFields.low(detail),
          log.a(record),
          EventFields.high(size),
          EventFields.low(size),
          log.c(record));
    }
  }

  /**
   * {@link EventKind#PART_END}.
   *
   * @param bio the bio's number
   * @param status how the part ended
   * @param device the number of the device below
   * @param sector where its iterator was left
   * @param residual bytes behind the iterator
   * @param part its number, from 1
   */
  public record PartEnd(
      int bio, BlockStatus status, int device, long sector, long residual, int part) {

    private static final BlockStatus[] STATUSES = BlockStatus.values();

    /** Records that what was sent on has ended. */
    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new statuses go to the end
    static void write(Simulation simulation, Bio piece, BlockStatus status) {
      simulation.record(
          EventKind.PART_END,
          piece.number(),
          EventFields.detail(status.ordinal(), piece.device().id()),
          piece.sector(),
          piece.residual(),
          piece.part());
    }

    /** Reads a record of this kind. */
    public static PartEnd read(EventLog log, long record) {
      int detail = log.detail(record);
      return new PartEnd(
          log.subject(record),
          STATUSES[EventFields.high(detail)],
          EventFields.low(detail),
          log.a(record),
          log.b(record),
          (int) log.c(record));
    }
  }

  /**
   * {@link EventKind#PHASE}.
   *
   * @param table the number of the stacked device
   * @param up whether the target comes up
   * @param line its line in the table, from 0
   */
  public record Phase(int table, boolean up, int line) {

    /** Records that a target goes down or comes up. */
    static void write(Simulation simulation, int table, boolean up, int line) {
      simulation.record(EventKind.PHASE, table, up ? 1 : 0, line, 0, 0);
    }

    /** Reads a record of this kind. */
    public static Phase read(EventLog log, long record) {
      return new Phase(log.subject(record), log.detail(record) == 1, (int) log.a(record));
    }
  }
}
