package io.dmio.report.export;

import io.dmio.block.BlockStatus;
import io.dmio.files.FileContent;
import io.dmio.formats.BlkparseWriter;
import io.dmio.formats.BlktraceWriter;
import io.dmio.formats.BlockTrace;
import io.dmio.formats.BlockTrace.Flag;
import io.dmio.model.BioEvents;
import io.dmio.model.BioTable;
import io.dmio.model.RunModel;
import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult.DeviceResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as blktrace would have seen it. The disks are 8,0, 8,16, ... in their order, the stacked
 * devices 253,1, 253,2, ...; dm-io's caller is the device 253,0, whose bios are remapped to them.
 * What a stacked device sends on is remapped from it.
 */
public final class BlktraceExport {

  private static final int MAPPED_MAJOR = 253;
  private static final int STACK = BlockTrace.device(MAPPED_MAJOR, 0);
  private static final int DISK_MAJOR = 8;
  private static final int DISK_MINORS = 16;
  private static final String PROCESS = "dmio";
  private static final String SUFFIX = ".blktrace.0";
  private static final int ALL = -1;

  private final RunModel model;
  private final BioFlags flags;
  private final int disks;

  public BlktraceExport(RunModel model) {
    this.model = model;
    List<DeviceResult> devices = model.result().devices();
    disks = (int) devices.stream().filter(device -> !device.isStacked()).count();
    this.flags = new BioFlags(model);
  }

  /** A file for each device, and one for all with the stack above them. */
  public SortedMap<String, FileContent> binary() {
    SortedMap<String, FileContent> files = new TreeMap<>();
    for (int device = 0; device < model.result().devices().size(); device++) {
      int lane = device;
      String name = model.result().devices().get(device).name();
      files.put(name + SUFFIX, out -> write(new BlktraceWriter(out), lane));
    }
    files.put(unused("stack", files) + SUFFIX, out -> write(new BlktraceWriter(out), ALL));
    return files;
  }

  /** A device may have the name already. */
  private static String unused(String name, SortedMap<String, FileContent> files) {
    String unused = name;
    for (int number = 2; files.containsKey(unused + SUFFIX); number++) {
      unused = name + "-" + number;
    }
    return unused;
  }

  /** What blkparse would print of all. */
  public void writeText(Writer out) throws IOException {
    write(new BlkparseWriter(out), ALL);
  }

  private void write(BlockTrace trace, int device) throws IOException {
    trace.process(PROCESS);
    trace.message(
        "dmio scenario="
            + model.result().scenario()
            + " seed=0x"
            + Long.toHexString(model.result().seed())
            + " fingerprint="
            + Digest.format(model.result().digests().fingerprint()));
    BioEvents.visit(model, new Lane(trace, device));
  }

  /** Writes the bios of one device, or of all. */
  private final class Lane implements BioEvents.Visitor {

    private final BlockTrace trace;
    private final int device;
    private final BioTable bios = model.bios();

    private Lane(BlockTrace trace, int device) {
      this.trace = trace;
      this.device = device;
    }

    @Override
    public void submitted(int row) throws IOException {
      if (!isWanted(row)) {
        return;
      }
      long nanos = bios.submitted(row);
      long sector = bios.sector(row);
      long bytes = bios.bytes(row);
      int disk = disk(row);
      Set<Flag> does = flags.flags(row);
      if (device == ALL) {
        trace.queue(nanos, STACK, sector, bytes, does);
        trace.remap(nanos, disk, sector, bytes, does, STACK, sector);
      }
      queue(row, disk);
    }

    @Override
    public void sentOn(int row) throws IOException {
      if (!isWanted(row)) {
        return;
      }
      if (device == ALL) {
        BioTable.Origin from = bios.origin(row);
        trace.remap(
            bios.submitted(row),
            disk(row),
            bios.sector(row),
            bios.bytes(row),
            flags.flags(row),
            number(from.device()),
            from.sector());
      }
      queue(row, disk(row));
    }

    @Override
    public void partEnded(int row) throws IOException {
      if (isWanted(row)) {
        complete(row, disk(row), errno(bios.status(row)));
      }
    }

    private void queue(int row, int disk) throws IOException {
      long nanos = bios.submitted(row);
      long sector = bios.sector(row);
      long bytes = bios.bytes(row);
      Set<Flag> does = flags.flags(row);
      trace.queue(nanos, disk, sector, bytes, does);
      if (bios.wasIssued(row)) {
        trace.insert(nanos, disk, sector, bytes, does);
      }
    }

    @Override
    public void issued(int row) throws IOException {
      if (isWanted(row)) {
        trace.issue(
            bios.issued(row), disk(row), bios.sector(row), bios.bytes(row), flags.flags(row));
      }
    }

    @Override
    public void ended(int row) throws IOException {
      if (!isWanted(row)) {
        return;
      }
      int errno = errno(bios.status(row));
      complete(row, disk(row), errno);
      if (device == ALL) {
        complete(row, STACK, errno);
      }
    }

    private void complete(int row, int where, int errno) throws IOException {
      trace.complete(
          bios.ended(row), where, bios.sector(row), bios.bytes(row), flags.flags(row), errno);
    }

    private boolean isWanted(int row) {
      return device == ALL || bios.device(row) == device;
    }

    private int disk(int row) {
      return number(bios.device(row));
    }

    private int number(int which) {
      return which < disks
          ? BlockTrace.device(DISK_MAJOR, which * DISK_MINORS)
          : BlockTrace.device(MAPPED_MAJOR, which - disks + 1);
    }
  }

  private static int errno(BlockStatus status) {
    return Math.abs(status.errno().value());
  }
}
