package io.dmio.mapper;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the sectors of devices lie in the end, by the tables alone: an account that asks no target
 * and so can judge what targets do.
 *
 * <p>Devices with the lowest numbers are disks, all others have tables.
 */
public final class SectorMap {

  private final int disks;
  private final List<TableSpec> tables;

  /** Of each device, the disks that its flushes reach. */
  private final int[][] flushed;

  private final Way dataOfReads = new Way(false, true);
  private final Way dataOfWrites = new Way(true, true);
  private final Way piecesOfReads = new Way(false, false);
  private final Way piecesOfWrites = new Way(true, false);

  /**
   * Makes a map.
   *
   * @param disks how many disks there are
   * @param tables of the devices that follow, by number; none stands on itself
   */
  public SectorMap(int disks, List<TableSpec> tables) {
    this.disks = disks;
    this.tables = List.copyOf(tables);
    flushed = new int[disks + tables.size()][];
    for (int device = 0; device < flushed.length; device++) {
      flushed[device] = disks(device, TargetSpec::flushed);
    }
  }

  /** What is at the end of the way from a sector down through the tables. */
  public enum Ground {
    /** Sectors of a disk. */
    DISK,
    /** Sectors of a stacked device whose target brings them below by calls of its own. */
    CALLS,
    /** Sectors that hold zeroes whatever is written. */
    ZERO,
    /** Sectors that nobody can read or write. */
    NOTHING
  }

  /** Is shown a range, part by part. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Sees sectors that lie in a row. Parts with the same offset are places of the same sectors: a
     * write goes to all of them, a read to one.
     *
     * @param ground what the sectors are
     * @param device the disk, or the stacked device whose table ends the way
     * @param sector the first sector on that device
     * @param count how many sectors
     * @param offset how many sectors of the range come before the part
     */
    void part(Ground ground, int device, long sector, long count, long offset);
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
   * Shows where the data of a range of a device lie, in the order of the range. Sectors past the
   * end of a table lie nowhere, and are not shown.
   *
   * @param write whether the places of writes are shown, or those of reads
   */
  public void visit(int device, boolean write, long sector, long count, Visitor visitor) {
    (write ? dataOfWrites : dataOfReads).down(device, sector, count, 0, visitor);
  }

  /**
   * Shows where the pieces of a bio come, as {@link #visit} does: the way ends at a target that
   * makes calls of its own, {@link Ground#CALLS}.
   */
  public void visitPieces(int device, boolean write, long sector, long count, Visitor visitor) {
    (write ? piecesOfWrites : piecesOfReads).down(device, sector, count, 0, visitor);
  }

  /** The way of reads or of writes, on or not below targets that make calls of their own. */
  private final class Way {

    private final boolean write;
    private final boolean belowCalls;

    private Way(boolean write, boolean belowCalls) {
      this.write = write;
      this.belowCalls = belowCalls;
    }

    private void down(int device, long sector, long count, long offset, Visitor visitor) {
      if (!isStacked(device)) {
        visitor.part(Ground.DISK, device, sector, count, offset);
        return;
      }
      List<TableSpec.Line> lines = table(device).lines();
      for (int i = 0; i < lines.size(); i++) {
        TableSpec.Line line = lines.get(i);
        long from = Math.max(sector, line.first());
        long to = Math.min(sector + count, line.end());
        if (from < to) {
          through(device, line, from, to, offset + from - sector, visitor);
        }
      }
    }

    private void through(
        int device, TableSpec.Line line, long from, long to, long offset, Visitor visitor) {
      @Nullable Ground end =
          switch (line.target().passage()) {
            case BELOW -> null;
            case CALLS -> belowCalls ? null : Ground.CALLS;
            case ZERO -> Ground.ZERO;
            case NOTHING -> Ground.NOTHING;
          };
      if (end == null) {
        below(line, from, to, offset, visitor);
      } else {
        visitor.part(end, device, from, to - from, offset);
      }
    }

    private void below(TableSpec.Line line, long from, long to, long offset, Visitor visitor) {
      TargetSpec target = line.target();
      for (long at = from; at < to; ) {
        long within = at - line.first();
        long count = Math.min(to - at, target.inRow(within));
        assert count > 0 : "a row of " + count + " sectors at " + at;
        for (int number = 0; number < target.places(write); number++) {
          TargetSpec.Lower place = target.place(write, within, number);
          long sector = place.sector() + target.offset(within);
          down(place.device(), sector, count, offset + at - from, visitor);
        }
        at += count;
      }
    }
  }

  /**
   * Whether a target on the way down from a sector may fail what comes, so that the disks below it
   * never see it.
   */
  public boolean mayFail(int device, boolean write, long sector) {
    if (!isStacked(device)) {
      return false;
    }
    TableSpec.Line line = lineOf(device, sector);
    if (line == null || line.target().mayFail(write)) {
      return true;
    }
    TargetSpec target = line.target();
    if (!target.passage().liesBelow()) {
      return false;
    }
    long within = sector - line.first();
    for (int number = 0; number < target.places(write); number++) {
      TargetSpec.Lower place = target.place(write, within, number);
      if (mayFail(place.device(), write, place.sector() + target.offset(within))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a target may fail a flush of a device, so that a disk below never sees it. */
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
   * The first sector of the last piece that a stacked device makes of a bio.
   *
   * @param first the first sector of the bio
   * @param last the last sector of the bio, not past the end of the device
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

  /** The numbers of the disks that a flush of a device reaches, ascending; not to be changed. */
  public int[] flushed(int device) {
    return flushed[device];
  }

  /** The numbers of the disks below a device, ascending; of a disk, its own. */
  public int[] disksBelow(int device) {
    return disks(device, TargetSpec::lower);
  }

  private int[] disks(int device, Function<TargetSpec, List<TargetSpec.Lower>> way) {
    TreeSet<Integer> reached = new TreeSet<>();
    addBelow(device, way, reached);
    return reached.headSet(disks).stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds a device and all below it. */
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
