package io.dmio.model;

import io.dmio.block.RequestOp;
import io.dmio.device.PowerCutRecord;
import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which writes a disk had cached or in flight when its power was cut, by place. */
public final class CutWrites {

  private static final int MOST = 32;

  private final Map<Long, List<Integer>> rows = new TreeMap<>();
  private final RunModel model;
  private final PowerCutRecord cut;

  /** Goes through the bios of the run once. */
  public CutWrites(RunModel model, PowerCutRecord cut) {
    this.model = model;
    this.cut = cut;
    TreeMap<Long, Fate> fates = new TreeMap<>();
    cut.fates().forEach(fate -> fates.put(fate.first(), fate));
    for (int row = 0; row < model.bios().count() && !fates.isEmpty(); row++) {
      if (isCandidate(row)) {
        put(row, fates);
      }
    }
  }

  /**
   * The write that a content comes from, as a row of the bios.
   *
   * @param call the call whose data it is, or -1
   * @return -1 if that cannot be told
   */
  public int writeOf(Fate fate, State state, int call) {
    List<Integer> fitting = new ArrayList<>();
    for (int row : rows.getOrDefault(fate.first(), List.of())) {
      boolean ended = model.bios().ended(row) >= 0 && !model.bios().failed(row);
      if (ended == (state == State.CACHED)) {
        fitting.add(row);
      }
    }
    for (int i = fitting.size() - 1; i >= 0; i--) {
      if (call >= 0 && model.bios().call(fitting.get(i)) == call) {
        return fitting.get(i);
      }
    }
    return fitting.size() == 1 ? fitting.get(0) : -1;
  }

  /** Writes that had ended well, or were under way. */
  private boolean isCandidate(int row) {
    BioTable bios = model.bios();
    int call = model.calls().rowOf(bios.call(row));
    boolean writes = call < 0 || model.calls().op(call) != RequestOp.READ;
    boolean before = bios.submitted(row) <= cut.timeNanos();
    return writes && before && bios.device(row) == cut.device() && isOpenOrGood(row);
  }

  private boolean isOpenOrGood(int row) {
    BioTable bios = model.bios();
    long ended = Math.max(bios.ended(row), bios.lost(row));
    boolean open = ended < 0 || ended >= cut.timeNanos();
    return open || bios.ended(row) >= 0 && !bios.failed(row);
  }

  private void put(int row, NavigableMap<Long, Fate> fates) {
    long first = model.bios().sector(row);
    long end = first + model.bios().sectors(row);
    Long from = fates.floorKey(first);
    for (Fate fate : fates.tailMap(from == null ? first : from, true).values()) {
      if (fate.first() >= end) {
        return;
      }
      if (fate.first() + fate.sectors() > first) {
        List<Integer> here = rows.computeIfAbsent(fate.first(), key -> new ArrayList<>());
        here.add(row);
        if (here.size() > MOST) {
          here.subList(0, 1).clear();
        }
      }
    }
  }
}
