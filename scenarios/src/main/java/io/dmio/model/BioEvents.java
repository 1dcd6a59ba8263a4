package io.dmio.model;

import io.dmio.block.Bio;
import io.dmio.mapper.RemapEventCodec.PartEnd;
import io.dmio.mapper.RemapEventCodec.Remap;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import java.io.IOException;

/** Goes through what happened to the bios of a run, in the order in which it did. */
public final class BioEvents {

  private BioEvents() {}

  /** Sees what happens to bios; a row is one of the run's {@link BioTable}. */
  public interface Visitor {

    /** A bio goes to its device. */
    public default void submitted(int row) throws IOException {}

    /** The device begins to serve it. */
    public default void issued(int row) throws IOException {}

    /** It has ended. */
    public default void ended(int row) throws IOException {}

    /** A stacked device sends it on; the row is a part's. */
    public default void sentOn(int row) throws IOException {}

    /** What was sent on has ended. */
    public default void partEnded(int row) throws IOException {}

    /** Something else is in the log. */
    public default void other(EventKind kind, long record) throws IOException {}
  }

  /** Shows everything. */
  public static void visit(RunModel model, Visitor visitor) throws IOException {
    EventLog log = model.result().log();
    for (long record = log.first(); record < log.count(); record++) {
      EventKind kind = log.kind(record);
      int row =
          switch (kind) {
            case SUBMIT, END -> model.bios().rowOf(log.subject(record));
            case ISSUE -> rowOfIssued(model.bios(), log, record);
            case REMAP -> model.bios().rowOfPart(Remap.read(log, record).part());
            case PART_END -> model.bios().rowOfPart(PartEnd.read(log, record).part());
            default -> -1;
          };
      if (row < 0) {
        visitor.other(kind, record);
      } else {
        show(kind, row, visitor);
      }
    }
  }

  private static int rowOfIssued(BioTable bios, EventLog log, long record) {
    int part = (int) log.c(record);
    return part == Bio.WHOLE ? bios.rowOf(log.subject(record)) : bios.rowOfPart(part);
  }

  private static void show(EventKind kind, int row, Visitor visitor) throws IOException {
    switch (kind) {
      case SUBMIT -> visitor.submitted(row);
      case ISSUE -> visitor.issued(row);
      case REMAP -> visitor.sentOn(row);
      case PART_END -> visitor.partEnded(row);
      default -> visitor.ended(row);
    }
  }
}
