package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.Sectors;
import io.dmio.sim.Spares;
import org.jspecify.annotations.Nullable;

/**
 * Sees what comes to disks that stand below tables or after queues, as pieces of the bios that are
 * followed. It changes nothing.
 */
public final class PieceTap implements BioEnds {

  private final BioIndex bios = new BioIndex();
  private final Spares<TappedBio> idle = new Spares<>();
  private PieceWatch watch = new PieceWatch() {};
  private int slots;

  /** Whom to tell. */
  public void watch(PieceWatch whom) {
    watch = whom;
  }

  /** Stands right before a disk. */
  public BlockDevice before(BlockDevice disk) {
    return new DiskTap(disk, this);
  }

  /** A bio starts its way down: what carries its number is a piece of it. */
  public void follow(int number, TappedBio bio) {
    bios.put(number, bio);
  }

  /** A bio is over, and nothing of it comes any more. */
  public void forget(int number) {
    bios.remove(number);
  }

  /** The bio that one is a piece of, or null if nobody follows it. */
  public @Nullable TappedBio wholeOf(Bio bio) {
    return bios.get(bio.number());
  }

  /** Something comes to a disk. */
  void arrived(int disk, Bio bio) {
    TappedBio whole = wholeOf(bio);
    if (whole != null) {
      int offset = (int) Sectors.ofBytes(bio.offset());
      TappedBio piece = newPart(whole, disk, bio.sector(), bio.bytes(), bio.flags(), offset);
      boolean isWhole = bio.isObserved();
      watch.arrived(piece, isWhole);
      if (!isWhole) {
        bio.observe(piece);
      }
    }
  }

  /** A piece has ended at its disk. */
  @Override
  public void ended(TappedBio piece, Bio bio) {
    watch.ended(piece, bio);
    close(piece);
  }

  /**
   * A piece that came to a disk, or should have.
   *
   * @param first its first sector there
   * @param offset how many sectors of the whole come before it
   */
  public TappedBio newPart(
      TappedBio whole, int disk, long first, int bytes, int flags, int offset) {
    TappedBio known = idle.pop();
    TappedBio piece = known == null ? new TappedBio(slots++, this) : known;
    piece.openPiece(whole, disk, first, bytes, flags, offset);
    return piece;
  }

  /** A piece is over. */
  public void close(TappedBio piece) {
    piece.close();
    idle.push(piece);
  }
}
