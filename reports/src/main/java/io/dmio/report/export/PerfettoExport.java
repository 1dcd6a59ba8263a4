package io.dmio.report.export;

import io.dmio.formats.PerfettoWriter;
import io.dmio.model.BioEvents;
import io.dmio.model.BioTable;
import io.dmio.model.Happening;
import io.dmio.model.RunModel;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A run for Perfetto's viewer: a track for each device with one below it for each bio at once, two
 * counters for each pool, and an instant for each fault that fired and each death of the host. What
 * the host had under way ends with it; what never ended stays open.
 */
public final class PerfettoExport {

  private static final long DEVICES = 1;
  private static final long HOST = (1 << 16) - 1;
  private static final long POOLS = 1 << 16;
  private static final long SLOTS = 1 << 20;
  private static final int SLOTS_OF_DEVICE = 1 << 16;

  private final RunModel model;

  public PerfettoExport(RunModel model) {
    this.model = model;
  }

  public void writeTo(OutputStream out) throws IOException {
    PerfettoWriter writer = new PerfettoWriter(out);
    nameTracks(writer);
    BioEvents.visit(model, new Events(writer));
  }

  private void nameTracks(PerfettoWriter writer) throws IOException {
    for (int device = 0; device < model.result().devices().size(); device++) {
      writer.track(DEVICES + device, 0, model.result().devices().get(device).name());
      for (int slot = 0; slot < model.bios().slotCount(device); slot++) {
        writer.track(slotTrack(device, slot), DEVICES + device, "slot " + slot);
      }
    }
    if (model.happenings().all().stream().anyMatch(what -> what.kind() == Happening.Kind.CRASH)) {
      writer.track(HOST, 0, "host");
    }
    for (int pool = 0; pool < model.result().pools().size(); pool++) {
      String name = model.result().pools().get(pool).name();
      writer.counterTrack(POOLS + 2L * pool, 0, name + " out");
      writer.counterTrack(POOLS + 2L * pool + 1, 0, name + " waiting");
    }
  }

  private static long slotTrack(int device, int slot) {
    return SLOTS + (long) device * SLOTS_OF_DEVICE + slot;
  }

  private final class Events implements BioEvents.Visitor {

    private final BioTable bios = model.bios();
    private final EventLog log = model.result().log();
    private final PerfettoWriter writer;
    private final long[] waiting = new long[model.result().pools().size()];

    /** The bios before this one have ended, or died with their hosts. */
    private int alive;

    private int seen;

    private Events(PerfettoWriter writer) {
      this.writer = writer;
    }

    @Override
    public void submitted(int row) throws IOException {
      String name = model.result().names().call(bios.call(row)) + "#" + bios.region(row);
      String extent = bios.sector(row) + "+" + bios.sectors(row);
      writer.begin(bios.submitted(row), track(row), name + " " + extent + " " + end(row));
      seen = row + 1;
    }

    private String end(int row) {
      if (bios.ended(row) >= 0) {
        return bios.status(row).name();
      }
      return bios.lost(row) >= 0 ? "LOST IN THE CRASH" : "NEVER ENDED";
    }

    @Override
    public void ended(int row) throws IOException {
      writer.end(bios.ended(row), track(row));
    }

    @Override
    public void sentOn(int row) throws IOException {
      submitted(row);
    }

    @Override
    public void partEnded(int row) throws IOException {
      ended(row);
    }

    @Override
    public void other(EventKind kind, long record) throws IOException {
      long time = log.time(record);
      int subject = log.subject(record);
      switch (kind) {
        case POOL_TAKE -> writer.counter(time, POOLS + 2L * subject, log.a(record));
        case POOL_GIVE -> {
          writer.counter(time, POOLS + 2L * subject, log.a(record));
          if (log.detail(record) == 1) {
            waits(time, subject, 0);
          }
        }
        case POOL_WAIT -> waits(time, subject, log.a(record));
        case CRASH -> dies(time);
        case BOOT -> writer.instant(time, HOST, "boot " + log.detail(record));
        case FAULT -> {
          long device = Math.max(0, log.detail(record));
          writer.instant(time, DEVICES + device, "fault " + model.result().names().rule(subject));
        }
        default -> {
          // The rest is no part of the picture.
        }
      }
    }

    /** What comes back to the reserve wakes all who wait. */
    private void waits(long time, int pool, long count) throws IOException {
      if (waiting[pool] != count) {
        waiting[pool] = count;
        writer.counter(time, POOLS + 2L * pool + 1, count);
      }
    }

    private void dies(long time) throws IOException {
      for (int row = alive; row < seen; row++) {
        if (bios.ended(row) < 0 && bios.lost(row) == time) {
          writer.end(time, track(row));
        }
      }
      alive = seen;
      for (int pool = 0; pool < waiting.length; pool++) {
        writer.counter(time, POOLS + 2L * pool, 0);
        waits(time, pool, 0);
      }
      writer.instant(time, HOST, "the host dies");
    }

    private long track(int row) {
      return slotTrack(bios.device(row), bios.slot(row));
    }
  }
}
