package io.dmio.check;

import io.dmio.target.SectorMap;
import io.dmio.target.SectorMap.Ground;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bios to stacked devices, as what they are on the disks below. Reused. */
final class Parts implements SectorMap.Visitor {

  private final SectorMap map;
  private final List<Flight> slots = new ArrayList<>();
  private final ArrayDeque<Flight> idle = new ArrayDeque<>();
  private @Nullable Flight current;
  private int offset;

  Parts(SectorMap map) {
    this.map = map;
  }

  /** Every part, open or not. */
  List<Flight> slots() {
    return slots;
  }

  /** Takes a bio apart: where it lies on the disks, in order. */
  void open(Flight flight) {
    current = flight;
    offset = 0;
    map.visit(flight.device(), flight.op().isWrite(), flight.sector(), flight.sectors(), this);
  }

  @Override
  public void part(Ground ground, int device, long sector, long count) {
    Flight whole = Objects.requireNonNull(current);
    Flight known = idle.pollLast();
    Flight part = known == null ? newPart(whole) : known;
    part.openPart(whole, ground, device, sector, (int) count, offset);
    offset += (int) count;
    if (whole.partCount == whole.parts.length) {
      whole.parts = Arrays.copyOf(whole.parts, whole.partCount * 2 + 1);
    }
    whole.parts[whole.partCount++] = part;
  }

  /** A bio is over. */
  void close(Flight flight) {
    for (int i = 0; i < flight.partCount; i++) {
      flight.parts[i].close();
      idle.addLast(flight.parts[i]);
    }
    flight.partCount = 0;
  }

  private Flight newPart(Flight whole) {
    Flight part = whole.twin();
    slots.add(part);
    return part;
  }
}
