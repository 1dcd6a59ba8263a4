package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BioCutter;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockLayer;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.block.SplitBio;
import io.dmio.sim.EventHandler;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * A device of the device mapper: cuts each bio at the borders of its table, and hands the pieces to
 * the targets.
 *
 * <p>All pieces are tried. The bio fails if any piece failed, with the status of the first that
 * did. Its iterator is left at the first sector of the last piece. A flush goes to every segment
 * before the data, as often as the segment's target wants; the first of these flushes carries FUA.
 * If data follow a flush, the status of the flush is lost, and the data are sent by an event of
 * their own.
 */
public final class MappedDevice implements BlockDevice, BioCutter.Owner {

  /** More sectors than fit into a bio: keeps sums of bytes in range. */
  private static final long MOST_SECTORS = 1 << 22;

  private final int id;
  private final String name;
  private final Simulation simulation;
  private final QueueLimits limits;
  private final boolean writeCache;
  private final List<Segment> table;
  private final List<TargetEntry> entries = new ArrayList<>();
  private final List<List<TargetEntry>> flushEntries = new ArrayList<>();
  private final BioCutter cutter = new BioCutter(this);
  private final EventHandler resume = slot -> sendData(cutter.split((int) slot));
  private long bios;
  private long failed;
  private long sectorsRead;
  private long sectorsWritten;

  /**
   * Makes a device.
   *
   * <p>It announces a write cache iff a segment that takes flushes has a write cache below. It can
   * discard only if all of its targets pass discards on.
   *
   * @param id its number
   * @param name its name
   * @param table the segments, from sector 0 without gaps
   * @param limits of the devices below
   * @throws IllegalArgumentException if the table or a segment is empty, or a segment does not
   *     begin where the one before it ends
   */
  public MappedDevice(
      int id, String name, Simulation simulation, List<Segment> table, QueueLimits limits) {
    this.id = id;
    this.name = name;
    this.simulation = simulation;
    this.table = List.copyOf(table);
    checkTable();
    boolean discards = table.stream().allMatch(segment -> segment.target().passesDiscards());
    this.limits = discards ? limits : withoutDiscards(limits);
    this.writeCache = table.stream().anyMatch(Segment::isCached);
    for (Segment segment : table) {
      Target target = segment.target();
      entries.add(new TargetEntry(this, target, TargetEntry.DATA));
      List<TargetEntry> flushes = new ArrayList<>();
      for (int number = 0; number < target.flushes(); number++) {
        flushes.add(new TargetEntry(this, target, number));
      }
      flushEntries.add(flushes);
    }
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long sectors() {
    return table.get(table.size() - 1).end();
  }

  @Override
  public QueueLimits limits() {
    return limits;
  }

  @Override
  public boolean hasWriteCache() {
    return writeCache;
  }

  /** Bios submitted so far. */
  public long bios() {
    return bios;
  }

  /** Bios that ended with an error so far. */
  public long failed() {
    return failed;
  }

  /** Sectors of reads that ended well. */
  public long sectorsRead() {
    return sectorsRead;
  }

  /** Sectors of writes that ended well, without discards and write-zeroes. */
  public long sectorsWritten() {
    return sectorsWritten;
  }

  @Override
  public void submit(Bio bio) {
    bios++;
    BlockStatus refusal = BlockLayer.refusal(bio, this);
    if (refusal != BlockStatus.OK) {
      failed++;
      bio.end(refusal);
      return;
    }
    if (!BlockLayer.needsDriver(bio, this)) {
      return;
    }
    SplitBio split = cutter.open(bio);
    if (RequestFlag.PREFLUSH.in(bio.flags())) {
      sendFlushes(split);
    } else {
      sendData(split);
    }
  }

  @Override
  public BlockStatus pieceEnded(Bio piece) {
    BlockStatus status = table.get(piece.ownerIndex()).target().pieceEnded(piece);
    if (piece.part() != Bio.WHOLE && piece.device().id() != id) {
      RemapEventCodec.PartEnd.write(simulation, piece, status);
    }
    return status;
  }

  @Override
  public void roundEnded(SplitBio split) {
    Bio bio = split.bio();
    if (RequestFlag.PREFLUSH.in(bio.flags()) && bio.bytes() > 0) {
      bio.changeFlags(RequestFlag.PREFLUSH.bit(), 0);
      simulation.schedule(0, resume, split.slot());
    } else {
      count(bio, split.status());
      cutter.close(split, split.status());
    }
  }

  private void count(Bio bio, BlockStatus status) {
    assert failed < bios : name + ": " + failed + " of " + bios + " bios have failed already";
    if (status != BlockStatus.OK) {
      failed++;
    } else if (bio.op() == RequestOp.READ) {
      sectorsRead += bio.sectorCount();
    } else if (bio.op() == RequestOp.WRITE) {
      sectorsWritten += bio.sectorCount();
    }
  }

  private void sendFlushes(SplitBio split) {
    Bio bio = split.bio();
    split.beginRound();
    int flags = bio.flags();
    long sector = bio.sector();
    for (int segment = 0; segment < table.size(); segment++) {
      List<TargetEntry> ways = flushEntries.get(segment);
      for (int number = 0; number < ways.size(); number++) {
        cutter.send(split, ways.get(number), segment, sector, flags, 0, 0);
        flags &= ~RequestFlag.FUA.bit();
        sector = 0;
      }
    }
    cutter.sent(split);
  }

  private void sendData(SplitBio split) {
    Bio bio = split.bio();
    split.beginRound();
    int done = 0;
    int segment = 0;
    while (done < bio.bytes()) {
      long sector = bio.sector() + Sectors.ofBytes(done);
      while (sector >= table.get(segment).end()) {
        segment++;
      }
      int bytes = (int) Math.min(bio.bytes() - done, Sectors.toBytes(reach(segment, sector)));
      bio.setResidual(bio.bytes() - done);
      cutter.send(split, entries.get(segment), segment, sector, bio.flags(), done, done + bytes);
      done += bytes;
    }
    cutter.sent(split);
  }

  /** How far a piece that begins at a sector of a segment may reach. */
  private long reach(int segment, long sector) {
    Segment where = table.get(segment);
    long reach = Math.min(where.end() - sector, where.target().reach(sector));
    assert reach > 0 : name + ": a piece at sector " + sector + " gets " + reach + " sectors";
    return Math.min(reach, MOST_SECTORS);
  }

  private void checkTable() {
    long expected = 0;
    for (Segment segment : table) {
      if (segment.first() != expected || segment.count() <= 0) {
        throw new IllegalArgumentException(
            name + ": a segment of " + segment.count() + " sectors begins at " + segment.first());
      }
      expected = segment.end();
    }
    if (table.isEmpty()) {
      throw new IllegalArgumentException(name + ": the table is empty");
    }
  }

  private static QueueLimits withoutDiscards(QueueLimits limits) {
    return new QueueLimits(
        limits.maxSectors(),
        limits.maxSegments(),
        limits.logicalBlockBytes(),
        limits.physicalBlockBytes(),
        0,
        0);
  }
}
