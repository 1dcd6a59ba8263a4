package io.dmio.scenario.step;

import io.dmio.block.Sectors;
import io.dmio.formats.Trace;
import io.dmio.formats.TraceOp;
import io.dmio.formats.TraceRequest;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether requests fit the devices that they go to. Of equal reasons the first is told, and
 * how many more there are.
 */
final class ReplayPlaces {

  private final Trace trace;
  private final boolean wraps;
  private final Map<String, Complaint> complaints = new LinkedHashMap<>();

  ReplayPlaces(Trace trace, boolean wraps) {
    this.trace = trace;
    this.wraps = wraps;
  }

  private record Complaint(String text, @Nullable String hint, long others) {}

  /**
   * The first sector that a request goes to, or -1 after it was found not to fit.
   *
   * @param index of the request
   * @param smallest the smallest device that it goes to
   */
  long place(int index, Devices.Device smallest) {
    TraceRequest request = trace.requests().get(index);
    if (request.op() == TraceOp.FLUSH) {
      return 0;
    }
    String what = wrong(request);
    if (what != null) {
      complain(index, "size", what, null);
      return -1;
    }
    long sector = Sectors.ofBytes(request.offset());
    long count = Sectors.ofBytes(request.bytes());
    long room = smallest.sectors() - count;
    if (sector > room && (!wraps || room < 0)) {
      complain(
          index,
          "end",
          "the request goes past the end of '" + smallest.name() + "'",
          "which has "
              + smallest.sectors()
              + " sectors; make it larger"
              + (wraps ? "" : ", or write beyond-end: wrap"));
      return -1;
    }
    long wrapped = sector % smallest.sectors();
    return wrapped > room ? 0 : wrapped;
  }

  /** Reports what was found. */
  void report(String file, Position at, Mistakes mistakes) {
    for (Complaint complaint : complaints.values()) {
      String others = complaint.others == 0 ? "" : " (and " + complaint.others + " more like it)";
      mistakes.report(at, "'" + file + "' " + complaint.text + others, complaint.hint);
    }
  }

  private static @Nullable String wrong(TraceRequest request) {
    if (request.offset() % Sectors.SIZE != 0) {
      return "the offset " + request.offset() + " is no multiple of 512 bytes";
    }
    if (request.bytes() % Sectors.SIZE != 0) {
      return "the size " + request.bytes() + " is no multiple of 512 bytes";
    }
    if (request.bytes() == 0) {
      return "a request of no bytes that is no flush";
    }
    return Sectors.ofBytes(request.bytes()) > Bounds.REGION_SECTORS
        ? "a request of more than 1GiB: " + request.bytes() + " bytes"
        : null;
  }

  private void complain(int index, String reason, String text, @Nullable String hint) {
    Complaint first = complaints.get(reason);
    complaints.put(
        reason,
        first == null
            ? new Complaint(trace.place(index) + ": " + text, hint, 0)
            : new Complaint(first.text, first.hint, first.others + 1));
  }
}
