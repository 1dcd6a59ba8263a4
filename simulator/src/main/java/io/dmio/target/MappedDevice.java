package io.dmio.target;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockLayer;
import io.dmio.block.BlockStatus;
import io.dmio.block.EndBio;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.Sectors;
import io.dmio.sim.EventHandler;
import io.dmio.sim.Simulation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * A device-mapper device: cuts bios at the borders of its table and hands the pieces to the
 * targets.
 *
 * <p>Every piece is tried; the bio fails if any failed, with the status of the first that did. The
 * bio's iterator is left at the begin of the last piece. A flush goes once to each segment that
 * takes flushes, before the data; the first of these carries FUA. If data follows, the status of
 * the flush is lost, and the bio goes on by an event.
 */
public final class MappedDevice implements BlockDevice, EndBio {

  private static final long MOST_SECTORS = 1 << 22;

  private final int id;
  private final String name;
  private final Simulation simulation;
  private final QueueLimits limits;
  private final List<Segment> table;
  private final List<TargetEntry> entries = new ArrayList<>();
  private final ArrayDeque<Bio> idlePieces = new ArrayDeque<>();
  private final List<Split> splits = new ArrayList<>();
  private final ArrayDeque<Split> idleSplits = new ArrayDeque<>();
  private final EventHandler resume = slot -> sendData(splits.get((int) slot));

  /**
   * Makes a device.
   *
   * @param table the segments, from sector 0 without gaps
   * @param limits of what is below
   */
  public MappedDevice(
      int id, String name, Simulation simulation, List<Segment> table, QueueLimits limits) {
    this.id = id;
    this.name = name;
    this.simulation = simulation;
    this.table = List.copyOf(table);
    boolean discards = table.stream().allMatch(segment -> segment.target().passesDiscards());
    this.limits = discards ? limits : withoutDiscards(limits);
    table.forEach(segment -> entries.add(new TargetEntry(this, segment.target())));
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
    return table.stream()
        .map(Segment::target)
        .anyMatch(target -> target.takesFlushes() && target.hasWriteCache());
  }

  @Override
  public void submit(Bio bio) {
    if (!BlockLayer.passes(bio, this)) {
      return;
    }
    Split split = idleSplits.isEmpty() ? newSplit() : idleSplits.removeLast();
    split.begin(bio);
    if (RequestFlag.PREFLUSH.in(bio.flags())) {
      sendFlushes(split);
    } else {
      sendData(split);
    }
  }

  @Override
  public void ended(Bio piece) {
    Split split = (Split) piece.ownerData();
    BlockStatus status = table.get(piece.ownerIndex()).target().ended(piece);
    piece.retire();
    idlePieces.addLast(piece);
    split.note(status);
    countDown(split);
  }

  private void sendFlushes(Split split) {
    Bio bio = split.bio();
    split.beginPhase(true);
    int flags = bio.flags();
    long sector = bio.sector();
    for (int segment = 0; segment < table.size(); segment++) {
      if (table.get(segment).target().takesFlushes()) {
        Bio flush = piece(split, segment);
        flush.prepare(bio.op(), flags, sector, 0, 0);
        send(split, flush, segment);
        flags &= ~RequestFlag.FUA.bit();
        sector = 0;
      }
    }
    countDown(split);
  }

  private void sendData(Split split) {
    Bio bio = split.bio();
    split.beginPhase(false);
    int done = 0;
    int segment = 0;
    while (done < bio.bytes()) {
      long sector = bio.sector() + Sectors.ofBytes(done);
      while (sector >= table.get(segment).end()) {
        segment++;
      }
      int bytes = (int) Math.min(bio.bytes() - done, Sectors.toBytes(reach(segment, sector)));
      bio.setResidual(bio.bytes() - done);
      sendPiece(split, segment, sector, done, done + bytes);
      done += bytes;
    }
    countDown(split);
  }

  private long reach(int segment, long sector) {
    Segment where = table.get(segment);
    long reach = Math.min(where.end() - sector, where.target().reach(sector));
    return Math.min(reach, MOST_SECTORS);
  }

  private void sendPiece(Split split, int segment, long sector, int from, int to) {
    Bio bio = split.bio();
    Bio piece = piece(split, segment);
    int flags = bio.flags() & ~RequestFlag.PREFLUSH.bit();
    piece.prepare(bio.op(), flags, sector, bio.vecCount(), bio.vecCount());
    if (bio.op().hasData()) {
      bio.forEachPiece(from, to, (address, length, position) -> piece.add(address, length));
    } else {
      piece.resizeTo(to - from);
    }
    send(split, piece, segment);
  }

  private Bio piece(Split split, int segment) {
    Bio piece = idlePieces.isEmpty() ? new Bio() : idlePieces.removeLast();
    piece.own(this, split, segment);
    piece.number(split.bio().number(), split.bio().call(), split.bio().index());
    return piece;
  }

  private void send(Split split, Bio piece, int segment) {
    split.countUp();
    piece.submitTo(entries.get(segment));
  }

  private void countDown(Split split) {
    if (!split.countDown()) {
      return;
    }
    Bio bio = split.bio();
    if (split.isFlushing() && bio.bytes() > 0) {
      simulation.schedule(0, resume, split.slot());
      return;
    }
    BlockStatus status = split.status();
    split.end();
    idleSplits.addLast(split);
    bio.end(status);
  }

  private Split newSplit() {
    Split split = new Split(splits.size());
    splits.add(split);
    return split;
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
