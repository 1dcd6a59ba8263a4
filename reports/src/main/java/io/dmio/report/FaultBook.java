package io.dmio.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Every onset of a fault, and which of them made a bio fail. */
final class FaultBook {

  private final BioTable bios;
  private final List<Onset> onsets = new ArrayList<>();
  private final TreeMap<Integer, List<Onset>> byDevice = new TreeMap<>();
  private final TreeMap<Integer, Onset> byBio = new TreeMap<>();

  FaultBook(BioTable bios) {
    this.bios = bios;
  }

  void fired(long time, int rule, int device, long first, long sectors, int bio) {
    Onset onset = new Onset(time, rule, device, first, sectors, bio);
    onsets.add(onset);
    byDevice.computeIfAbsent(device, d -> new ArrayList<>()).add(onset);
    byBio.putIfAbsent(bio, onset);
  }

  /** Onsets in the order in which they came. */
  List<Onset> onsets() {
    return onsets;
  }

  /**
   * The rule that made a failed bio fail: the one that set in at this bio, else the latest one that
   * set in before the bio's end on sectors of it; -1 if no rule did.
   */
  int ruleOf(int bioRow) {
    Onset own = byBio.get(bios.number(bioRow));
    if (own != null && own.device() == bios.device(bioRow)) {
      return own.rule();
    }
    List<Onset> candidates = byDevice.getOrDefault(bios.device(bioRow), List.of());
    for (int i = candidates.size() - 1; i >= 0; i--) {
      Onset onset = candidates.get(i);
      if (onset.time() <= bios.ended(bioRow) && onset.touches(bios, bioRow)) {
        return onset.rule();
      }
    }
    return -1;
  }

  /** The first sector of a failed bio that its rule made bad, or the bio's first sector. */
  long badSector(int bioRow) {
    int rule = ruleOf(bioRow);
    for (Onset onset : byDevice.getOrDefault(bios.device(bioRow), List.of())) {
      if (onset.rule() == rule && onset.touches(bios, bioRow)) {
        return Math.max(onset.first(), bios.sector(bioRow));
      }
    }
    return bios.sector(bioRow);
  }

  /**
   * An onset.
   *
   * @param time virtual nanoseconds
   * @param rule the rule's number
   * @param device the device's number
   * @param first the first sector
   * @param sectors how many
   * @param bio the number of the bio that it hit
   */
  record Onset(long time, int rule, int device, long first, long sectors, int bio) {

    private boolean touches(BioTable bios, int row) {
      return first < bios.sector(row) + Math.max(1, bios.sectors(row))
          && bios.sector(row) < first + Math.max(1, sectors);
    }
  }
}
