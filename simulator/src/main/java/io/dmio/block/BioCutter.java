package io.dmio.block;

import io.dmio.sim.Spares;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts bios into pieces, sends them, and counts them home. Bios and bookkeeping are reused.
 *
 * <p>A round of pieces: {@link SplitBio#beginRound}, any number of {@link #send}, {@link #sent};
 * when the last piece has ended, the owner hears {@link Owner#roundEnded}.
 */
public final class BioCutter {

  private final Owner owner;
  private final Spares<Bio> idlePieces = new Spares<>();
  private final List<SplitBio> splits = new ArrayList<>();
  private final ArrayDeque<SplitBio> idleSplits = new ArrayDeque<>();

  /** Makes a cutter. */
  public BioCutter(Owner owner) {
    this.owner = owner;
  }

  /** Takes on a bio. */
  public SplitBio open(Bio bio) {
    SplitBio idle = idleSplits.pollLast();
    SplitBio split = idle == null ? newSplit() : idle;
    split.begin(bio);
    return split;
  }

  /** The split of a {@link SplitBio#slot}. */
  public SplitBio split(int slot) {
    return splits.get(slot);
  }

  /**
   * Sends a piece of the bio's data or range.
   *
   * @param to the device that gets the piece
   * @param index what {@link Owner#pieceEnded} finds as {@link Bio#ownerIndex}
   * @param sector where the piece begins on that device
   * @param flags its flags; operation and priority are those of the bio
   * @param fromByte where it begins in the bio
   * @param toByte where it ends; equal to {@code fromByte}: it has no data
   */
  public void send(
      SplitBio split, BlockDevice to, int index, long sector, int flags, int fromByte, int toByte) {
    Bio bio = split.bio();
    Bio idle = idlePieces.pop();
    Bio piece = idle == null ? new Bio() : idle;
    int vecs = toByte > fromByte ? bio.vecCount() : 0;
    piece.prepare(bio.op(), flags, sector, vecs, vecs);
    piece.setIoPriority(bio.ioPriority());
    piece.own(split, index);
    piece.number(bio.number(), bio.call(), bio.index());
    piece.setPart(bio.part());
    piece.setOffset(bio.offset() + fromByte);
    if (bio.op().hasData()) {
      bio.copyPieces(fromByte, toByte, piece);
    } else {
      piece.resizeTo(toByte - fromByte);
    }
    split.countUp();
    piece.submitTo(to);
  }

  /** All pieces of the round were sent; if all have ended, the owner hears it in here. */
  public void sent(SplitBio split) {
    countDown(split);
  }

  /** Ends the bio that was cut; the split is used for others from here. */
  public void close(SplitBio split, BlockStatus status) {
    Bio bio = split.bio();
    split.forget();
    idleSplits.addLast(split);
    bio.end(status);
  }

  void ended(Bio piece, SplitBio split) {
    split.note(owner.pieceEnded(piece));
    piece.retire();
    idlePieces.push(piece);
    countDown(split);
  }

  private SplitBio newSplit() {
    SplitBio split = new SplitBio(this, splits.size());
    splits.add(split);
    return split;
  }

  private void countDown(SplitBio split) {
    if (split.countDown()) {
      owner.roundEnded(split);
    }
  }

  /** Whose bios are cut. */
  public interface Owner {

    /** A piece has ended; what is returned counts as its status. */
    default BlockStatus pieceEnded(Bio piece) {
      return piece.status();
    }

    /** The last piece of a round has ended. */
    void roundEnded(SplitBio split);
  }
}
