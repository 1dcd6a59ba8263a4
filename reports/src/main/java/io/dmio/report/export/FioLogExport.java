package io.dmio.report.export;

import io.dmio.block.Sectors;
import io.dmio.files.FileContent;
import io.dmio.formats.FioLogWriter;
import io.dmio.model.BioEvents;
import io.dmio.model.BioTable;
import io.dmio.model.RunModel;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/** The latencies of bios as fio logs them: Q2C is its lat, Q2D its slat, D2C its clat. */
public final class FioLogExport {

  private final RunModel model;
  private final BioFlags flags;

  public FioLogExport(RunModel model) {
    this.model = model;
    this.flags = new BioFlags(model);
  }

  public SortedMap<String, FileContent> files() {
    BioTable bios = model.bios();
    SortedMap<String, FileContent> files = new TreeMap<>();
    for (int device = 0; device < model.result().devices().size(); device++) {
      String name = model.result().devices().get(device).name();
      put(files, name, "lat", device, row -> bios.ended(row) - bios.submitted(row));
      put(files, name, "slat", device, row -> bios.issued(row) - bios.submitted(row));
      put(files, name, "clat", device, row -> bios.ended(row) - bios.issued(row));
    }
    return files;
  }

  private void put(
      SortedMap<String, FileContent> files,
      String name,
      String kind,
      int device,
      IntToLongFunction latency) {
    files.put(
        name + "_" + kind + ".1.log",
        FileContent.text(out -> write(new FioLogWriter(out), device, latency)));
  }

  private void write(FioLogWriter log, int device, IntToLongFunction latency) throws IOException {
    BioTable bios = model.bios();
    BioEvents.visit(
        model,
        new BioEvents.Visitor() {
          @Override
          public void partEnded(int row) throws IOException {
            ended(row);
          }

          @Override
          public void ended(int row) throws IOException {
            if (bios.device(row) == device) {
              log.latency(
                  bios.ended(row),
                  latency.applyAsLong(row),
                  flags.op(row),
                  bios.bytes(row),
                  Sectors.toBytes(bios.sector(row)));
            }
          }
        });
  }
}
