package io.dmio.report.figures;

import io.dmio.check.Failure;
import io.dmio.model.BioTable;
import io.dmio.model.Happening;
import io.dmio.model.LongTable;
import io.dmio.model.RunModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the bios that are worth a bar where there are too many for all: those that failed, and
 * those nearest in time to a failure, a fault or a cut. Linear in bios and in choices.
 */
public final class BarSelection {

  private static final int DISTANCES = 66;
  private static final int NOT_SHOWN = -1;

  private final RunModel model;
  private final long[] lights;

  public BarSelection(RunModel model) {
    this.model = model;
    this.lights = lights(model);
  }

  /** At most so many rows, in the order of submission. */
  public List<Integer> rows(int most) {
    BioTable bios = model.bios();
    byte[] distances = new byte[bios.count()];
    int[] counts = new int[DISTANCES];
    for (int row = 0; row < distances.length; row++) {
      distances[row] = (byte) distance(row);
      if (distances[row] >= 0) {
        counts[distances[row]]++;
      }
    }
    int last = 0;
    int room = most;
    while (last < DISTANCES - 1 && counts[last] <= room) {
      room -= counts[last++];
    }
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < distances.length; row++) {
      boolean near = distances[row] >= 0 && distances[row] < last;
      if (near || (distances[row] == last && room-- > 0)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** 0 for a failed bio; else one more than the logarithm of the time to the nearest light. */
  private int distance(int row) {
    if (!model.showsBio(row)) {
      return NOT_SHOWN;
    }
    if (model.bios().failed(row)) {
      return 0;
    }
    long from = model.bios().submitted(row);
    long to = model.bioEnd(row);
    int next = Arrays.binarySearch(lights, from);
    next = next < 0 ? -next - 1 : next;
    long nearest = Long.MAX_VALUE;
    if (next < lights.length) {
      nearest = Math.max(0, lights[next] - to);
    }
    if (next > 0) {
      nearest = Math.min(nearest, from - lights[next - 1]);
    }
    return 1 + 64 - Long.numberOfLeadingZeros(nearest);
  }

  private static long[] lights(RunModel model) {
    LongTable times = new LongTable(1);
    for (Failure failure : model.result().failures()) {
      times.set(times.add(), 0, failure.timeNanos());
    }
    for (int row = 0; row < model.faultTrack().count(); row++) {
      times.set(times.add(), 0, model.faultTrack().time(row));
    }
    for (Happening happening : model.happenings().all()) {
      if (happening.cutsOff()) {
        times.set(times.add(), 0, happening.nanos());
      }
    }
    for (int row = 0; row < model.bios().count(); row++) {
      if (model.bios().failed(row)) {
        times.set(times.add(), 0, model.bios().ended(row));
      }
    }
    long[] lights = new long[times.rows()];
    for (int i = 0; i < lights.length; i++) {
      lights[i] = times.get(i, 0);
    }
    Arrays.sort(lights);
    return lights;
  }
}
