package io.dmio.report;

import io.dmio.formats.PerfettoWriter;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * A run for Perfetto's viewer: a track for each device with one below it for each bio at once, two
 * counters for each pool, and an instant for each fault that fired.
 */
final class PerfettoExport {

  private static final long DEVICES = 1;
  private static final long POOLS = 1 << 16;
  private static final long SLOTS = 1 << 20;
  private static final int SLOTS_OF_DEVICE = 1 << 16;

  private final RunModel model;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PerfettoWriter writer = new PerfettoWriter(out);

  PerfettoExport(RunModel model) {
    this.model = model;
  }

  byte[] bytes() throws IOException {
    nameTracks();
    BioEvents.visit(model, new Events());
    return out.toByteArray();
  }

  private void nameTracks() throws IOException {
    for (int device = 0; device < model.result().devices().size(); device++) {
      writer.track(DEVICES + device, 0, model.result().devices().get(device).name());
      for (int slot = 0; slot < model.bios().slotCount(device); slot++) {
        writer.track(slotTrack(device, slot), DEVICES + device, "slot " + slot);
      }
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

    @Override
    public void submitted(int row) throws IOException {
      String name = model.result().names().call(bios.call(row)) + "#" + bios.region(row);
      String extent = bios.sector(row) + "+" + bios.sectors(row);
      String status = bios.ended(row) < 0 ? "NEVER ENDED" : bios.status(row).name();
      writer.begin(bios.submitted(row), track(row), name + " " + extent + " " + status);
    }

    @Override
    public void ended(int row) throws IOException {
      writer.end(bios.ended(row), track(row));
    }

    @Override
    public void other(EventKind kind, long record) throws IOException {
      long time = log.time(record);
      int subject = log.subject(record);
      switch (kind) {
        case POOL_TAKE, POOL_GIVE -> writer.counter(time, POOLS + 2L * subject, log.a(record));
        case POOL_WAIT -> writer.counter(time, POOLS + 2L * subject + 1, log.a(record));
        case FAULT -> {
          long device = Math.max(0, log.detail(record));
          writer.instant(time, DEVICES + device, "fault " + model.result().names().rule(subject));
        }
        default -> {
          // The rest is no part of the picture.
        }
      }
    }

    private long track(int row) {
      return slotTrack(bios.device(row), bios.slot(row));
    }
  }
}
