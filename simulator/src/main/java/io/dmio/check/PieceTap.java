package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.Sectors;
import io.dmio.sim.Spares;
import org.jspecify.annotations.Nullable;

/**
 * Sees what comes to disks that stand below tables or after queues, as pieces of the bios that are
 * followed. It changes nothing.
 */
public final class PieceTap implements FlightEnds {

  private final FlightIndex bios = new FlightIndex();
  private final Spares<Flight> idle = new Spares<>();
  private PieceWatch watch = new PieceWatch() {};
  private int slots;

  /** Whom to tell. */
  void watch(PieceWatch whom) {
    watch = whom;
  }

  /** Stands right before a disk. */
  public BlockDevice before(BlockDevice disk) {
    return new DiskTap(disk, this);
  }

  /** A bio starts its way down: what carries its number is a piece of it. */
  void follow(int number, Flight bio) {
    bios.put(number, bio);
  }

  /** A bio is over, and nothing of it comes any more. */
  void forget(int number) {
    bios.remove(number);
  }

  /** The bio that one is a piece of, or null if nobody follows it. */
  @Nullable Flight wholeOf(Bio bio) {
    return bios.get(bio.number());
  }

  /** Something comes to a disk. */
  void arrived(int disk, Bio bio) {
    Flight whole = wholeOf(bio);
    if (whole != null) {
      int offset = (int) Sectors.ofBytes(bio.offset());
      Flight piece = newPart(whole, disk, bio.sector(), bio.bytes(), bio.flags(), offset);
      boolean isWhole = bio.isObserved();
      watch.arrived(piece, isWhole);
      if (!isWhole) {
        bio.observe(piece);
      }
    }
  }

  /** A piece has ended at its disk. */
  @Override
  public void ended(Flight piece, Bio bio) {
    watch.ended(piece, bio);
    close(piece);
  }

  /**
   * A piece that came to a disk, or should have.
   *
   * @param first its first sector there
   * @param offset how many sectors of the whole come before it
   */
  Flight newPart(Flight whole, int disk, long first, int bytes, int flags, int offset) {
    Flight known = idle.pop();
    Flight piece = known == null ? new Flight(slots++, this) : known;
    piece.openPiece(whole, disk, first, bytes, flags, offset);
    return piece;
  }

  /** A piece is over. */
  void close(Flight piece) {
    piece.close();
    idle.push(piece);
  }
}
