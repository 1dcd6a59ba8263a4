package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.EndBio;
import io.dmio.block.Memory;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.sim.Spare;
import io.dmio.sim.Spares;

/**
 * {@code flakey}: passes everything while it is up. While it is down, it does what its {@link
 * FlakeyFaults} say.
 *
 * <p>A byte of a write is overwritten in a copy, which is sent on instead: the memory of the caller
 * does not change.
 */
public final class FlakeyTarget implements Target {

  private final int table;
  private final LowerRange below;
  private final FlakeyFaults faults;
  private final FlakeyClock clock;
  private final Memory memory;
  private final TargetWatch watch;
  private final int corruptPlace;
  private final byte[] corruptValue;
  private final Bio.PieceVisitor corrupt;
  private final Bio.PieceVisitor copy;
  private final Spares<Twin> idle = new Spares<>();
  private long copyAddress;

  /**
   * Makes a target.
   *
   * @param table the number of its device
   * @param faults what it does while it is down
   * @param clock tells, for every piece, whether the target is down
   * @param watch is told what the target does without failing a bio
   */
  public FlakeyTarget(
      int table,
      LowerRange below,
      FlakeyFaults faults,
      FlakeyClock clock,
      Memory memory,
      TargetWatch watch) {
    this.table = table;
    this.below = below;
    this.faults = faults;
    this.clock = clock;
    this.memory = memory;
    this.watch = watch;
    FlakeyFaults.CorruptByte wanted = faults.corrupt();
    corruptPlace = wanted == null ? Integer.MAX_VALUE : wanted.place();
    corruptValue = new byte[] {(byte) (wanted == null ? 0 : wanted.value())};
    SectorStore contents = memory.contents();
    corrupt = (address, length, position) -> contents.write(address, corruptValue, 0, 1);
    copy =
        (address, length, position) ->
            contents.copyFrom(contents, address, copyAddress + position, length);
  }

  @Override
  public String kind() {
    return "flakey";
  }

  @Override
  public void start() {
    clock.start();
  }

  @Override
  public void stop() {
    clock.stop();
  }

  @Override
  public boolean hasWriteCache() {
    return below.device().hasWriteCache();
  }

  @Override
  public void map(Bio piece) {
    boolean write = piece.op().isWrite() || piece.bytes() == 0;
    if (!clock.isDown()) {
      below.pass(piece);
    } else if (write) {
      mapWrite(piece);
    } else if (faults.errorReads()) {
      piece.end(BlockStatus.IOERR);
    } else {
      below.pass(piece);
    }
  }

  private void mapWrite(Bio piece) {
    switch (faults.writes()) {
      case ERROR -> piece.end(BlockStatus.IOERR);
      case DROP -> {
        tellDropped(piece);
        piece.end(BlockStatus.OK);
      }
      case PASS -> {
        boolean reaches = piece.op() == RequestOp.WRITE && piece.bytes() > corruptPlace;
        if (faults.corruptsWrites() && reaches) {
          passCorrupted(piece);
        } else {
          below.pass(piece);
        }
      }
    }
  }

  private void tellDropped(Bio piece) {
    int device = below.device().id();
    if (piece.bytes() == 0) {
      watch.flushDropped(table, device, piece);
    } else {
      long count = Sectors.covering(piece.bytes());
      watch.dropped(table, device, below.sector(piece.sector()), count, piece);
    }
  }

  private void passCorrupted(Bio piece) {
    int pages = pages(piece);
    copyAddress = memory.allocate(pages);
    piece.forEachPiece(0, piece.bytes(), copy);
    Twin known = idle.pop();
    Twin owner = known == null ? new Twin(piece) : known;
    owner.piece = piece;
    Bio twin = owner.bio;
    twin.prepare(piece.op(), piece.flags(), piece.sector(), 1, 1);
    twin.setIoPriority(piece.ioPriority());
    twin.number(piece.number(), piece.call(), piece.index());
    twin.setPart(piece.part());
    twin.setOffset(piece.offset());
    twin.own(owner, 0);
    twin.add(copyAddress, piece.bytes());
    twin.forEachPiece(corruptPlace, corruptPlace + 1, corrupt);
    twin.remap(below.sector(piece.sector()));
    long sector = twin.sector() + Sectors.ofBytes(corruptPlace);
    watch.corrupting(table, below.device().id(), sector, 1, piece);
    twin.submitTo(below.device());
  }

  private void ended(Bio twin, Twin owner) {
    Bio piece = owner.piece;
    BlockStatus status = twin.status();
    piece.remap(twin.sector());
    piece.setPart(twin.part());
    piece.setDevice(twin.device());
    memory.free(twin.vecAddress(0), pages(twin));
    twin.retire();
    idle.push(owner);
    piece.end(status);
  }

  @Override
  public BlockStatus pieceEnded(Bio piece) {
    boolean corrupts =
        faults.corruptsReads()
            && piece.op() == RequestOp.READ
            && piece.status() == BlockStatus.OK
            && piece.bytes() > corruptPlace
            && clock.isDown();
    if (corrupts) {
      piece.forEachPiece(corruptPlace, corruptPlace + 1, corrupt);
      long sector = piece.sector() + Sectors.ofBytes(corruptPlace);
      watch.misread(table, below.device().id(), sector, 1, piece);
    }
    return piece.status();
  }

  private static int pages(Bio bio) {
    return (int) Sectors.divideRoundingUp(bio.bytes(), Sectors.PAGE_SIZE);
  }

  /** A bio that is sent on with a copy of the data of a piece, and that piece. */
  private final class Twin extends Spare implements EndBio {

    private final Bio bio = new Bio();
    private Bio piece;

    Twin(Bio piece) {
      this.piece = piece;
    }

    @Override
    public void ended(Bio ended) {
      FlakeyTarget.this.ended(ended, this);
    }
  }
}
