package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.block.EndBio;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRegion;
import io.dmio.sim.Spare;
import org.jspecify.annotations.Nullable;

/**
 * A bio between its submission and its end, as the tap saw it, or a piece of one at a disk. Reused:
 * it is valid until the end has been told.
 */
public final class TappedBio extends Spare implements EndBio {

  private final int slot;
  private final BioEnds hears;
  private @Nullable ObservedCall call;
  private @Nullable IoRegion where;
  private int region;
  private int device;
  private RequestOp op = RequestOp.READ;
  private long sector;
  private int bytes;
  private int sectors;
  private int flags;
  private long submitNanos;

  /** Of a piece that came to a disk: the bio that it is part of. */
  private @Nullable TappedBio whole;

  private int offset;

  TappedBio(int slot, BioEnds hears) {
    this.slot = slot;
    this.hears = hears;
  }

  void open(ObservedCall of, int itsRegion, IoRegion itsPlace, Bio bio, long nanos) {
    assert !isOpen() : "slot " + slot + " is in use";
    call = of;
    where = itsPlace;
    region = itsRegion;
    device = itsPlace.device().id();
    op = bio.op();
    sector = bio.sector();
    bytes = bio.bytes();
    sectors = (int) Sizes.sectors(bytes);
    flags = bio.flags();
    submitNanos = nanos;
  }

  /**
   * Starts as a piece of another.
   *
   * @param before how many sectors of the other come before it
   */
  void openPiece(TappedBio of, int itsDevice, long first, int itsBytes, int itsFlags, int before) {
    assert !isOpen() && of.isOpen() : "slot " + slot + " is in use, or its bio is over";
    assert before >= 0 : "it has " + before + " sectors before it";
    whole = of;
    call = of.call();
    region = of.region;
    device = itsDevice;
    op = of.op;
    sector = first;
    bytes = itsBytes;
    sectors = (int) Sizes.sectors(itsBytes);
    flags = itsFlags;
    offset = before;
  }

  void close() {
    assert isOpen() : "slot " + slot + " is over";
    call = null;
  }

  @Override
  public void ended(Bio bio) {
    hears.ended(this, bio);
  }

  /** Whether it is on its way. */
  public boolean isOpen() {
    return call != null;
  }

  /** The number of this object among bios, or among pieces; used again when it is over. */
  public int slot() {
    return slot;
  }

  /** Whether it is what comes of a bio at a disk, and not the bio that the engine sent. */
  public boolean isPiece() {
    return whole != null;
  }

  /** The call that it is part of. */
  public ObservedCall call() {
    if (call == null) {
      throw new IllegalStateException("the tapped is over");
    }
    return call;
  }

  /** The region that it is part of. */
  public int region() {
    return region;
  }

  /** What the call says of that region. */
  public IoRegion where() {
    if (where == null) {
      throw new IllegalStateException("the tapped is a piece of another");
    }
    return where;
  }

  /** The number of the device that it goes to. */
  public int device() {
    return device;
  }

  /** The bio that the engine sent: itself, unless it is a piece. */
  public TappedBio whole() {
    return whole == null ? this : whole;
  }

  /** Of a piece: how many sectors of the whole come before it. */
  public int offset() {
    return offset;
  }

  /** What it does. */
  public RequestOp op() {
    return op;
  }

  /** The first sector. */
  public long sector() {
    return sector;
  }

  /** The sector after the last whole one. */
  public long end() {
    return sector + sectors;
  }

  /** Bytes. */
  public int bytes() {
    return bytes;
  }

  /** Whole sectors. */
  public int sectors() {
    return sectors;
  }

  /** Bits of {@link io.dmio.block.RequestFlag}. */
  public int flags() {
    return flags;
  }

  /** Virtual nanoseconds of the submission. */
  public long submitNanos() {
    return submitNanos;
  }
}
