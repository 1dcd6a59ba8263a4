package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.EndBio;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.engine.IoRegion;
import io.dmio.target.SectorMap;
import org.jspecify.annotations.Nullable;

/** A bio between its submission and its end, as the tap saw it. Reused. */
public final class Flight implements EndBio {

  private static final Flight[] NO_PARTS = {};

  private final Flights sky;
  private @Nullable OpenCall call;
  private @Nullable IoRegion where;
  private int region;
  private int device;
  private RequestOp op = RequestOp.READ;
  private long sector;
  private int bytes;
  private int sectors;
  private int flags;
  private long submitNanos;

  /** What a write carries, sector by sector; set by the data check, and changed by nobody. */
  long[] tags = {};

  /** How often memory had been given back when its own was last seen; set by the lifetime check. */
  long frees;

  /** When it was submitted, on the clock of the data check. */
  long begin;

  /** What the history of its device knows of the first sectors that it is on; set by that. */
  @Nullable Granule granule;

  /** The next of those that are not open; set by all flights. */
  @Nullable Flight nextFree;

  /** What it is on the disks below a stacked device. */
  Flight[] parts = NO_PARTS;

  /** How many parts it has; 0: it is on a disk. */
  int partCount;

  /** Of a part: what it is part of. */
  private @Nullable Flight whole;

  private SectorMap.Ground ground = SectorMap.Ground.DISK;
  private int offset;

  Flight(Flights sky) {
    this.sky = sky;
  }

  void open(OpenCall of, int itsRegion, IoRegion itsPlace, Bio bio, long nanos) {
    call = of;
    where = itsPlace;
    region = itsRegion;
    device = itsPlace.device().id();
    op = bio.op();
    sector = bio.sector();
    bytes = bio.bytes();
    sectors = (int) Sectors.ofBytes(bytes);
    flags = bio.flags();
    submitNanos = nanos;
  }

  /** Another one of the same sky. */
  Flight twin() {
    return new Flight(sky);
  }

  /** Begins as a part of another, so many sectors behind its begin. */
  void openPart(Flight of, SectorMap.Ground on, int itsDevice, long first, int count, int behind) {
    whole = of;
    call = of.call();
    region = of.region;
    device = itsDevice;
    op = of.op;
    sector = first;
    bytes = (int) Sectors.toBytes(count);
    sectors = count;
    flags = of.flags;
    submitNanos = of.submitNanos;
    begin = of.begin;
    ground = on;
    offset = behind;
  }

  void close() {
    call = null;
  }

  @Override
  public void ended(Bio bio) {
    sky.ended(this, bio);
  }

  /** Whether it is on its way. */
  boolean isOpen() {
    return call != null;
  }

  /** The call that it is part of. */
  public OpenCall call() {
    if (call == null) {
      throw new IllegalStateException("the flight is over");
    }
    return call;
  }

  /** The region that it is part of. */
  public int region() {
    return region;
  }

  /** What the call says of that region. */
  IoRegion where() {
    if (where == null) {
      throw new IllegalStateException("the flight is part of another");
    }
    return where;
  }

  /** The number of the device that it goes to. */
  public int device() {
    return device;
  }

  /** The device that it was sent to; of a part not the one that it ends at. */
  int through() {
    return whole == null ? device : whole.device;
  }

  /** Of a part: what is at the end of its way. */
  SectorMap.Ground ground() {
    return ground;
  }

  /** Of a part: its sectors begin so many behind those of the whole. */
  int offset() {
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

  /** The sector behind the last whole one. */
  long end() {
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
