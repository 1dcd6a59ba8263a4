package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.mapper.SectorMap;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes to disks that stand below tables or behind queues. Each piece is judged there, when it
 * comes and when it ends, as what the bio of its number carries at its place in that.
 */
final class Pieces implements FlightEnds {

  private final FlightIndex bios = new FlightIndex();
  private final List<Flight> slots;
  private final ArrayDeque<Flight> idle = new ArrayDeque<>();
  private final DiskJudge judge;
  private final Losses losses;
  private final CheckClock clock;
  private final MemoryTags memoryTags;
  private long[] found = new long[64];

  /**
   * Begins.
   *
   * @param slots where every piece is kept, open or not
   */
  Pieces(DiskJudge judge, Losses losses, MemoryTags memoryTags, List<Flight> slots) {
    this.judge = judge;
    this.losses = losses;
    this.memoryTags = memoryTags;
    this.slots = slots;
    clock = losses.clock();
  }

  /** A bio goes on its way down. */
  void follow(int number, Flight flight) {
    bios.put(number, flight);
  }

  /** A bio is over, and nothing of it comes any more. */
  void forget(int number) {
    bios.remove(number);
  }

  /** The bio that one is a piece of, or null: nobody knows it. */
  @Nullable Flight wholeOf(Bio bio) {
    return bios.get(bio.number());
  }

  /** Something comes to a disk. */
  void arrived(int disk, Bio bio) {
    Flight whole = wholeOf(bio);
    if (whole == null) {
      return;
    }
    Descent descent = Objects.requireNonNull(whole.descent);
    Flight piece = take();
    int offset = (int) Sectors.ofBytes(bio.offset());
    piece.openPiece(whole, disk, bio.sector(), bio.bytes(), bio.flags(), offset);
    piece.begin = clock.tick();
    descent.pieces().add(piece);
    if (piece.sectors() > 0) {
      begins(piece, descent);
    }
    if (bio.isObserved()) {
      descent.setOwn(piece);
    } else {
      bio.observe(piece);
    }
  }

  private void begins(Flight piece, Descent descent) {
    judge.comparesPiece();
    Part part = descent.partAt(piece.offset(), piece.sectors(), piece.device(), piece.sector());
    piece.astray = part == null;
    if (part == null) {
      judge.goesAstray(piece);
      return;
    }
    part.reach(piece.sectors());
    begins(piece);
    declare(piece, descent);
  }

  private void begins(Flight piece) {
    if (piece.op() != RequestOp.READ) {
      int from = piece.offset();
      long[] tags = piece.whole().tags;
      boolean all = from == 0 && piece.sectors() == tags.length;
      piece.tags = all ? tags : Arrays.copyOfRange(tags, from, from + piece.sectors());
    }
    judge.begins(piece);
  }

  /** Some of what a write carries is not passed on: nobody hears of that until the bio ends. */
  void drop(Flight whole, int from, int to, int rule) {
    Descent descent = Objects.requireNonNull(whole.descent);
    for (int i = 0; i < descent.partCount(); i++) {
      Part part = descent.part(i);
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

  private void drop(Flight whole, Part part, int offset, int count, int rule) {
    Flight piece = take();
    long sector = part.sectorOf(offset);
    int bytes = (int) Sectors.toBytes(count);
    int flags = whole.flags() & ~RequestFlag.PREFLUSH.bit();
    piece.openPiece(whole, part.device(), sector, bytes, flags, offset);
    piece.begin = clock.tick();
    Objects.requireNonNull(whole.descent).pieces().add(piece);
    begins(piece);
    losses.damaged(part.device(), sector, count, rule);
  }

  /** What a table puts in place of the bio's data may be there from now on. */
  private void declare(Flight piece, Descent descent) {
    for (Descent.Corruption corruption : descent.corruptions()) {
      long first = Math.max(corruption.first(), piece.sector());
      long end = Math.min(corruption.first() + corruption.count(), piece.end());
      if (corruption.disk() == piece.device() && first < end) {
        losses.damaged(piece.device(), first, end - first, corruption.rule());
      }
    }
  }

  /** A piece has ended at its disk. */
  @Override
  public void ended(Flight piece, Bio bio) {
    Descent descent = Objects.requireNonNull(piece.whole().descent);
    descent.pieces().remove(piece);
    boolean ok = bio.status() == BlockStatus.OK;
    if (RequestFlag.PREFLUSH.in(piece.flags())) {
      if (ok) {
        judge.flushed(piece.device(), piece.begin);
      }
      descent.flushEnds(piece.device(), ok);
    }
    boolean flushesForData = piece.bytes() == 0 && piece.whole().bytes() > 0;
    if (!ok && !flushesForData) {
      descent.fails(piece.device());
    }
    if (piece.sectors() > 0 && !piece.astray) {
      dataEnded(piece, descent, bio, ok);
    }
    giveBack(piece);
  }

  private void dataEnded(Flight piece, Descent descent, Bio bio, boolean ok) {
    if (piece.op() != RequestOp.READ) {
      judge.ends(piece, ok, null, clock.tick());
      declare(piece, descent);
      return;
    }
    long[] read = ok ? read(piece, bio) : null;
    judge.ends(piece, ok, read, clock.tick());
    if (ok) {
      System.arraycopy(found, 0, descent.delivered(), piece.offset(), piece.sectors());
    }
  }

  private long @Nullable [] read(Flight piece, Bio bio) {
    if (found.length < piece.sectors()) {
      found = new long[Math.max(piece.sectors(), found.length * 2)];
    }
    memoryTags.read(bio, found);
    return memoryTags.overlapsItself(bio) ? null : found;
  }

  /** A bio has ended; if it came to a disk as it is, so has its piece there. */
  void ownEnded(Flight whole, Bio bio) {
    Flight own = Objects.requireNonNull(whole.descent).own();
    if (own != null) {
      ended(own, bio);
    }
  }

  /** A bio has ended, and what was dropped of it with it. */
  void restEnded(Flight whole, boolean ok) {
    List<Flight> rest = Objects.requireNonNull(whole.descent).pieces();
    for (Flight piece : rest) {
      if (piece.sectors() > 0 && !piece.astray) {
        judge.ends(piece, ok, null, clock.tick());
      }
      giveBack(piece);
    }
    rest.clear();
  }

  /** The host has died: nothing of a bio ends any more. */
  void lost(Flight whole) {
    Descent descent = Objects.requireNonNull(whole.descent);
    for (Flight piece : descent.pieces()) {
      if (piece.sectors() > 0 && !piece.astray) {
        judge.ends(piece, false, null, clock.tick());
        declare(piece, descent);
      }
      giveBack(piece);
    }
    descent.pieces().clear();
  }

  private void giveBack(Flight piece) {
    piece.close();
    idle.addLast(piece);
  }

  private Flight take() {
    Flight known = idle.pollLast();
    if (known != null) {
      return known;
    }
    Flight made = new Flight(this);
    slots.add(made);
    return made;
  }
}
