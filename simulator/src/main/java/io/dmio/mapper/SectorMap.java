package io.dmio.mapper;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the sectors of devices lie in the end, by the tables alone: a second account of what
 * targets do, which asks none of them.
 *
 * <p>Devices with the lowest numbers are disks, all others have tables.
 */
public final class SectorMap {

  private final int disks;
  private final List<TableSpec> tables;

  /** Of each device, the disks that its flushes reach. */
  private final int[][] flushed;

  /** Makes a map of so many disks and some tables, by number, of which none stands on itself. */
  public SectorMap(int disks, List<TableSpec> tables) {
    this.disks = disks;
    this.tables = List.copyOf(tables);
    flushed = new int[disks + tables.size()][];
    for (int device = 0; device < flushed.length; device++) {
      flushed[device] = disks(device, TargetSpec::flushed);
    }
  }

  /** What is at the end of a way down. */
  public enum Ground {
    /** Sectors of a disk. */
    DISK,
    /** Sectors that hold zeroes whatever is written. */
    ZERO,
    /** Sectors that nobody can read or write. */
    NOTHING
  }

  /** Sees a part of a range. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Sees a part.
     *
     * @param device the disk, or the stacked device whose table ends the way
     * @param sector the first sector of that device
     * @param count how many
     */
    void part(Ground ground, int device, long sector, long count);
  }

  /** Whether a device has a table. */
  public boolean isStacked(int device) {
    return device >= disks;
  }

  /** How many disks there are. */
  public int disks() {
    return disks;
  }

  /** The table of a stacked device. */
  public TableSpec table(int device) {
    return tables.get(device - disks);
  }

  /**
   * Shows where a range of a device lies, part by part, in order; what is past the end of a table
   * lies nowhere.
   *
   * @param write whether it is asked for a write; reads may go elsewhere
   */
  public void visit(int device, boolean write, long sector, long count, Visitor visitor) {
    if (!isStacked(device)) {
      visitor.part(Ground.DISK, device, sector, count);
      return;
    }
    List<TableSpec.Line> lines = table(device).lines();
    for (int i = 0; i < lines.size(); i++) {
      TableSpec.Line line = lines.get(i);
      long from = Math.max(sector, line.first());
      long to = Math.min(sector + count, line.end());
      if (from < to) {
        visit(device, line, write, from, to, visitor);
      }
    }
  }

  private void visit(
      int device, TableSpec.Line line, boolean write, long from, long to, Visitor visitor) {
    TargetSpec target = line.target();
    if (target instanceof TargetSpec.Striped striped) {
      visitChunks(striped, line, write, from, to, visitor);
    } else if (target instanceof TargetSpec.Zero) {
      visitor.part(Ground.ZERO, device, from, to - from);
    } else if (target instanceof TargetSpec.Failing) {
      visitor.part(Ground.NOTHING, device, from, to - from);
    } else {
      TargetSpec.Lower below = below(line, write, from);
      visit(below.device(), write, below.sector(), to - from, visitor);
    }
  }

  private void visitChunks(
      TargetSpec.Striped striped,
      TableSpec.Line line,
      boolean write,
      long from,
      long to,
      Visitor visitor) {
    for (long at = from; at < to; ) {
      long within = (at - line.first()) % striped.chunk();
      long count = Math.min(to - at, striped.chunk() - within);
      TargetSpec.Lower leg = below(line, write, at);
      visit(leg.device(), write, leg.sector(), count, visitor);
      at += count;
    }
  }

  /** Where a sector of a line that is no end of the way lies on the device below. */
  private static TargetSpec.Lower below(TableSpec.Line line, boolean write, long sector) {
    TargetSpec target = line.target();
    long within = sector - line.first();
    if (target instanceof TargetSpec.Striped striped) {
      long chunk = within / striped.chunk();
      int legs = striped.legs().size();
      TargetSpec.Lower leg = striped.legs().get((int) (chunk % legs));
      long inLeg = chunk / legs * striped.chunk() + within % striped.chunk();
      return new TargetSpec.Lower(leg.device(), leg.sector() + inLeg);
    }
    TargetSpec.Lower first =
        target instanceof TargetSpec.Delay delay
            ? (write ? delay.write() : delay.read()).below()
            : target.lower().get(0);
    return new TargetSpec.Lower(first.device(), first.sector() + within);
  }

  /**
   * Whether a target on the way down from a sector may fail what comes, so that nothing below it
   * hears of that.
   */
  public boolean mayFail(int device, boolean write, long sector) {
    if (!isStacked(device)) {
      return false;
    }
    TableSpec.Line line = lineOf(device, sector);
    if (line == null || line.target().mayFail(write)) {
      return true;
    }
    if (line.target().lower().isEmpty()) {
      return false;
    }
    TargetSpec.Lower below = below(line, write, sector);
    return mayFail(below.device(), write, below.sector());
  }

  /** Whether a target on the way down of a device's flushes may fail one. */
  public boolean mayFailFlush(int device) {
    return isStacked(device)
        && table(device).lines().stream()
            .map(TableSpec.Line::target)
            .filter(target -> !target.flushed().isEmpty())
            .anyMatch(
                target ->
                    target.mayFail(true)
                        || target.flushed().stream().anyMatch(at -> mayFailFlush(at.device())));
  }

  /**
   * Where the last piece of a bio to a stacked device begins: a sector of that device.
   *
   * @param last the last sector of the bio
   */
  public long lastPiece(int device, long first, long last) {
    TableSpec.Line line = Objects.requireNonNull(lineOf(device, last));
    long piece = line.target().piece();
    long border = piece == 0 ? line.first() : last - (last - line.first()) % piece;
    return Math.max(first, border);
  }

  private TableSpec.@Nullable Line lineOf(int device, long sector) {
    for (TableSpec.Line line : table(device).lines()) {
      if (line.first() <= sector && sector < line.end()) {
        return line;
      }
    }
    return null;
  }

  /** The disks that a flush of a device reaches, by number; not to be changed. */
  public int[] flushed(int device) {
    return flushed[device];
  }

  /** The disks below a device, by number; of a disk, itself. */
  public int[] disksBelow(int device) {
    return disks(device, TargetSpec::lower);
  }

  private int[] disks(int device, Function<TargetSpec, List<TargetSpec.Lower>> way) {
    TreeSet<Integer> reached = new TreeSet<>();
    addBelow(device, way, reached);
    return reached.headSet(disks).stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds a device and all below it, each once, however many ways lead there. */
  private void addBelow(
      int device, Function<TargetSpec, List<TargetSpec.Lower>> way, Set<Integer> reached) {
    if (!reached.add(device) || !isStacked(device)) {
      return;
    }
    for (TableSpec.Line line : table(device).lines()) {
      way.apply(line.target()).forEach(lower -> addBelow(lower.device(), way, reached));
    }
  }
}
