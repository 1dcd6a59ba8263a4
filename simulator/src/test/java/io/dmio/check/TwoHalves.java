package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BioCutter;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.block.Sectors;
import io.dmio.block.SplitBio;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TableSpec.Line;
import io.dmio.mapper.TargetSpec;
import java.util.List;

/**
 * A stacked device of 16 sectors, whose halves lie in turn on a disk: its first 8 sectors from
 * sector 100 of that on, its last 8 from sector 0 on. It may make one mistake.
 */
final class TwoHalves implements BlockDevice, BioCutter.Owner {

  static final TableSpec TABLE =
      new TableSpec(
          1,
          "m",
          List.of(
              new Line(0, 8, new TargetSpec.Linear(new TargetSpec.Lower(0, 100))),
              new Line(8, 8, new TargetSpec.Linear(new TargetSpec.Lower(0, 0)))));

  private final BlockDevice disk;
  private final Mistake mistake;
  private final BioCutter cutter = new BioCutter(this);
  private BlockStatus flushed = BlockStatus.OK;

  /** What it does wrong. */
  enum Mistake {
    /** Nothing. */
    NONE,
    /** The second half of a bio is never sent. */
    FORGETS_THE_SECOND,
    /** Behind a piece that has failed nothing is sent. */
    STOPS_AT_AN_ERROR,
    /** Every bio ends well. */
    HIDES_ERRORS,
    /** What fails before the data fails the bio. */
    KEEPS_THE_ERROR_OF_A_FLUSH,
    /** Every bio with data fails. */
    INVENTS_ERRORS,
    /** Pieces go one sector too far. */
    MISSES_BY_ONE,
    /** The iterator stays where it was. */
    LEAVES_THE_ITERATOR,
    /** Flushes are never sent. */
    FORGETS_FLUSHES,
    /** What is forced above is not forced below. */
    FORGETS_FUA
  }

  TwoHalves(CheckFixture world, Mistake mistake) {
    disk = world.tap.pieces().before(world.disk);
    this.mistake = mistake;
  }

  @Override
  public int id() {
    return 1;
  }

  @Override
  public String name() {
    return "m";
  }

  @Override
  public long sectors() {
    return 16;
  }

  @Override
  public QueueLimits limits() {
    return QueueLimits.UNLIMITED;
  }

  @Override
  public boolean hasWriteCache() {
    return true;
  }

  @Override
  public void submit(Bio bio) {
    SplitBio split = cutter.open(bio);
    if (RequestFlag.PREFLUSH.in(bio.flags())) {
      flush(split);
    } else {
      data(split);
    }
  }

  private void flush(SplitBio split) {
    split.beginRound();
    if (mistake != Mistake.FORGETS_FLUSHES) {
      cutter.send(split, disk, 0, 0, split.bio().flags(), 0, 0);
    }
    cutter.sent(split);
  }

  private void data(SplitBio split) {
    Bio bio = split.bio();
    int flags = bio.flags();
    if (mistake == Mistake.FORGETS_FUA) {
      flags &= ~RequestFlag.FUA.bit();
    }
    split.beginRound();
    int border = (int) Math.max(0, Math.min(bio.bytes(), Sectors.toBytes(8 - bio.sector())));
    if (border > 0) {
      send(split, flags, 100 + bio.sector(), 0, border);
    }
    boolean stops = mistake == Mistake.STOPS_AT_AN_ERROR && split.status() != BlockStatus.OK;
    if (border < bio.bytes() && mistake != Mistake.FORGETS_THE_SECOND && !stops) {
      if (mistake != Mistake.LEAVES_THE_ITERATOR) {
        bio.setResidual(bio.bytes() - border);
      }
      send(split, flags, Math.max(0, bio.sector() - 8), border, bio.bytes());
    }
    cutter.sent(split);
  }

  private void send(SplitBio split, int flags, long sector, int from, int to) {
    cutter.send(
        split, disk, 0, sector + (mistake == Mistake.MISSES_BY_ONE ? 1 : 0), flags, from, to);
  }

  @Override
  public void roundEnded(SplitBio split) {
    Bio bio = split.bio();
    if (RequestFlag.PREFLUSH.in(bio.flags()) && bio.bytes() > 0) {
      bio.changeFlags(RequestFlag.PREFLUSH.bit(), 0);
      flushed = split.status();
      data(split);
      return;
    }
    BlockStatus status =
        switch (mistake) {
          case HIDES_ERRORS -> BlockStatus.OK;
          case INVENTS_ERRORS -> BlockStatus.IOERR;
          case KEEPS_THE_ERROR_OF_A_FLUSH -> flushed;
          default -> split.status();
        };
    cutter.close(split, status);
  }
}
