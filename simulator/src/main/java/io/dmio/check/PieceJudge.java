package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.ledger.MemoryExtents;
import io.dmio.ledger.PieceTap;
import io.dmio.ledger.PieceWatch;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Judges what comes to disks that stand below tables or after queues. Each piece is judged there,
 * when it comes and when it ends, as what its bio carries at that place.
 */
final class PieceJudge implements PieceWatch {

  private final PieceTap tap;
  private final CheckedBios bios;
  private final Descents descents;
  private final DiskJudge judge;
  private final Losses losses;
  private final CheckClock clock;
  private final MemoryTags memoryTags;

  /** By slot: whether a piece came to sectors where the tables lead nobody. */
  private final BitSet astray = new BitSet();

  private long[] found = new long[64];

  PieceJudge(
      PieceTap tap,
      CheckedBios bios,
      Descents descents,
      DiskJudge judge,
      Losses losses,
      MemoryTags memoryTags) {
    this.tap = tap;
    this.bios = bios;
    this.descents = descents;
    this.judge = judge;
    this.losses = losses;
    this.memoryTags = memoryTags;
    clock = losses.clock();
  }

  @Override
  public void arrived(TappedBio piece, boolean whole) {
    Descent descent = descents.of(piece.whole());
    CheckedBio checked = start(piece, descent);
    if (piece.sectors() > 0) {
      arrived(checked, descent);
    }
    if (whole) {
      descent.setOwn(piece);
    }
  }

  private CheckedBio start(TappedBio piece, Descent descent) {
    assert piece.isPiece() && piece.whole().isOpen() : "it is a piece of nothing";
    CheckedBio checked = bios.of(piece);
    checked.start(clock.tick());
    astray.clear(piece.slot());
    descent.pieces().add(piece);
    return checked;
  }

  private void arrived(CheckedBio checked, Descent descent) {
    judge.comparesPiece();
    TappedBio piece = checked.bio();
    Footprint part =
        descent.partAt(piece.offset(), piece.sectors(), piece.device(), piece.sector());
    if (part == null) {
      astray.set(piece.slot());
      judge.goesAstray(piece);
      return;
    }
    part.reach(piece.sectors());
    begins(checked);
    declare(piece, descent);
  }

  private void begins(CheckedBio checked) {
    TappedBio piece = checked.bio();
    if (piece.op() != RequestOp.READ) {
      int from = piece.offset();
      long[] tags = bios.of(piece.whole()).tags();
      assert from + piece.sectors() <= tags.length
          : piece.sectors() + " sectors after " + from + " of " + tags.length;
      boolean all = from == 0 && piece.sectors() == tags.length;
      checked.carry(all ? tags : Arrays.copyOfRange(tags, from, from + piece.sectors()));
    }
    judge.begins(checked);
  }

  /** Some of what a write carries is not passed on: nobody hears of that until the bio ends. */
  void drop(TappedBio whole, int from, int to, int rule) {
    assert from < to : "sectors " + from + " to " + to + " are dropped";
    Descent descent = descents.of(whole);
    for (int i = 0; i < descent.partCount(); i++) {
      Footprint part = descent.part(i);
      int first = Math.max(from, part.offset());
      int end = Math.min(to, part.end());
      if (first < end) {
        part.reach(end - first);
        if (part.ground() == SectorMap.Ground.DISK) {
          drop(whole, part, first, end - first, rule);
        }
      }
    }
  }

  private void drop(TappedBio whole, Footprint part, int offset, int count, int rule) {
    long sector = part.sectorOf(offset);
    int bytes = (int) Sectors.toBytes(count);
    int flags = whole.flags() & ~RequestFlag.PREFLUSH.bit();
    TappedBio piece = tap.newPart(whole, part.device(), sector, bytes, flags, offset);
    begins(start(piece, descents.of(whole)));
    losses.damaged(part.device(), sector, count, rule);
  }

  /** What a table puts in place of the bio's data may be there from now on. */
  private void declare(TappedBio piece, Descent descent) {
    for (Descent.Corruption corruption : descent.corruptions()) {
      long first = Math.max(corruption.first(), piece.sector());
      long end = Math.min(corruption.first() + corruption.count(), piece.end());
      if (corruption.disk() == piece.device() && first < end) {
        losses.damaged(piece.device(), first, end - first, corruption.rule());
      }
    }
  }

  @Override
  public void ended(TappedBio piece, Bio bio) {
    Descent descent = descents.of(piece.whole());
    descent.pieces().remove(piece);
    CheckedBio checked = bios.of(piece);
    boolean ok = bio.status() == BlockStatus.OK;
    if (RequestFlag.PREFLUSH.in(piece.flags())) {
      if (ok) {
        judge.flushed(piece.device(), checked.begin());
      }
      descent.flushEnds(piece.device(), ok);
    }
    boolean flushesForData = piece.bytes() == 0 && piece.whole().bytes() > 0;
    if (!ok && !flushesForData) {
      descent.fails(piece.device());
    }
    if (isJudged(piece)) {
      dataEnded(checked, descent, bio, ok);
    }
  }

  private boolean isJudged(TappedBio piece) {
    return piece.sectors() > 0 && !astray.get(piece.slot());
  }

  private void dataEnded(CheckedBio checked, Descent descent, Bio bio, boolean ok) {
    TappedBio piece = checked.bio();
    if (piece.op() != RequestOp.READ) {
      judge.ends(checked, ok, null, clock.tick());
      declare(piece, descent);
      return;
    }
    if (ok) {
      read(piece, bio);
    }
    boolean known = ok && !MemoryExtents.overlapWithin(bio);
    judge.ends(checked, ok, known ? found : null, clock.tick());
    if (ok) {
      System.arraycopy(found, 0, descent.delivered(), piece.offset(), piece.sectors());
    }
  }

  private void read(TappedBio piece, Bio bio) {
    if (found.length < piece.sectors()) {
      found = new long[Math.max(piece.sectors(), found.length * 2)];
    }
    memoryTags.read(bio, found);
  }

  /** A bio has ended; if it came to a disk unchanged, so has its piece there. */
  void ownEnded(TappedBio whole, Bio bio) {
    TappedBio own = descents.of(whole).own();
    if (own != null) {
      tap.ended(own, bio);
    }
  }

  /** A bio has ended, and what was dropped of it with it. */
  void restEnded(TappedBio whole, boolean ok) {
    List<TappedBio> rest = descents.of(whole).pieces();
    for (TappedBio piece : rest) {
      if (isJudged(piece)) {
        judge.ends(bios.of(piece), ok, null, clock.tick());
      }
      tap.close(piece);
    }
    rest.clear();
  }

  /** The host has died: nothing of a bio ends any more. */
  void lost(TappedBio whole) {
    Descent descent = descents.of(whole);
    for (TappedBio piece : descent.pieces()) {
      if (isJudged(piece)) {
        judge.ends(bios.of(piece), false, null, clock.tick());
        declare(piece, descent);
      }
      tap.close(piece);
    }
    descent.pieces().clear();
  }
}
