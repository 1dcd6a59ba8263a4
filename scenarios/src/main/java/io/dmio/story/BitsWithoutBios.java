package io.dmio.story;

import io.dmio.model.CallTable;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import java.util.ArrayList;
import java.util.List;

/** Tells of calls that were refused, and of bits that are set although no bio was made for them. */
public final class BitsWithoutBios {

  private static final int MOST_REGIONS = 8;

  private BitsWithoutBios() {}

  /** A sentence about a call, by its row; empty if there is nothing of that kind. */
  public static String of(int row, RunModel model) {
    CallTable calls = model.calls();
    if (calls.refused(row)) {
      return "It was refused by the rule " + calls.refusal(row) + ": no bio was made for it.";
    }
    List<String> regions = calls.op(row).hasData() ? List.of() : regions(row, model);
    if (regions.isEmpty()) {
      return "";
    }
    return "Of region"
        + (regions.size() == 1 ? " " : "s ")
        + Quantities.shortened(regions, MOST_REGIONS)
        + " the device cannot "
        + Wording.op(calls.op(row))
        + ": no bio was made, and the bit is set.";
  }

  private static List<String> regions(int row, RunModel model) {
    CallTable calls = model.calls();
    long bits = calls.bits(row);
    for (int bio : model.bios().ofCall(calls.number(row))) {
      bits &= ~(1L << model.bios().region(bio));
    }
    List<String> regions = new ArrayList<>();
    for (int region = 0; region < Math.min(64, calls.regions(row)); region++) {
      if ((bits >>> region & 1) == 1) {
        regions.add(Integer.toString(region));
      }
    }
    return regions;
  }
}
