package io.dmio.fault;

import java.util.Set;

/**
 * What a silent fault does. A bio that it hits ends OK.
 *
 * <p>A kind touches those sectors of its rule's place that the bio covers, and no others; the rest
 * of the bio moves as it should. It changes what a disk stores or delivers, never the memory that
 * is written from.
 */
public sealed interface SilentKind {

  /** What the kind can hit. */
  Set<FaultOp> ops();

  /** The kind at work, for one rule. */
  Corruption corruption();

  /**
   * Of the new data only a part arrives: at least something of it, and never all.
   *
   * <p>Writes of a single unit cannot be torn and do not match.
   *
   * @param unit what is never torn
   * @param keeps which part arrives
   * @param rest what stands where nothing arrives
   */
  record TornWrite(Unit unit, Keeps keeps, Rest rest) implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.WRITE, FaultOp.DISCARD, FaultOp.WRITE_ZEROES);
    }

    @Override
    public Corruption corruption() {
      return new TornWriteEffect(this);
    }
  }

  /** The new data is dropped. */
  record LostWrite() implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.WRITE, FaultOp.DISCARD, FaultOp.WRITE_ZEROES);
    }

    @Override
    public Corruption corruption() {
      return new LostWriteEffect();
    }
  }

  /**
   * The new data goes elsewhere on its disk, and the right place keeps what it holds.
   *
   * @param to where it goes
   */
  record MisdirectedWrite(Misdirection to) implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.WRITE, FaultOp.DISCARD, FaultOp.WRITE_ZEROES);
    }

    @Override
    public Corruption corruption() {
      return new MisdirectionEffect(to);
    }
  }

  /**
   * A read delivers what is elsewhere on its disk.
   *
   * @param to from where the data comes
   */
  record MisdirectedRead(Misdirection to) implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.READ);
    }

    @Override
    public Corruption corruption() {
      return new MisdirectionEffect(to);
    }
  }

  /**
   * A read delivers what was there before the last write. What was not written in this run has
   * nothing older and is read as it is.
   */
  record StaleRead() implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.READ);
    }

    @Override
    public Corruption corruption() {
      return new StaleReadEffect();
    }
  }

  /**
   * Bits are inverted in one sector that is drawn; with a probability per sector, in each that is.
   *
   * @param bits how many of a sector, 1..4096
   * @param atRest whether what is stored changes; otherwise the data on its way, so that a read
   *     delivers wrong data once. For a write both are the same: the bits are stored inverted
   */
  record BitFlip(int bits, boolean atRest) implements SilentKind {

    /** Checks the range. */
    public BitFlip {
      if (bits < 1 || bits > BitFlipEffect.BITS) {
        throw new IllegalArgumentException("bits of a sector to flip: " + bits);
      }
    }

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.READ, FaultOp.WRITE, FaultOp.WRITE_ZEROES);
    }

    @Override
    public Corruption corruption() {
      return new BitFlipEffect(bits, atRest);
    }
  }

  /** One sector that is drawn holds zeroes; with a probability per sector, each that is. */
  record ZeroedSector() implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.READ, FaultOp.WRITE);
    }

    @Override
    public Corruption corruption() {
      return new ZeroedSectorEffect();
    }
  }

  /** A flush makes nothing durable: an empty one, or one in front of a write's data. */
  record FlushLie() implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.FLUSH, FaultOp.WRITE);
    }

    @Override
    public Corruption corruption() {
      return DurabilityLie.ABOUT_FLUSHES;
    }
  }

  /** A write with FUA is as durable as one without. */
  record IgnoredFua() implements SilentKind {

    @Override
    public Set<FaultOp> ops() {
      return FaultOps.set(FaultOp.WRITE);
    }

    @Override
    public Corruption corruption() {
      return DurabilityLie.ABOUT_FUA;
    }
  }

  /** What cannot be torn. */
  enum Unit {
    /** A sector of 512 bytes. */
    SECTOR,
    /** Eight sectors, aligned to the disk. */
    PAGE,
    /** A byte: a sector can be torn. */
    BYTE
  }

  /** Which part of the new data arrives. */
  enum Keeps {
    /** Everything in front of a place that is drawn. */
    PREFIX,
    /** Everything behind it. */
    SUFFIX,
    /** Every unit or not, as drawn; if bytes are the unit, a stretch of them. */
    RANDOM
  }

  /** What stands where nothing has arrived. */
  enum Rest {
    /** What was there before. */
    OLD,
    /** Zeroes. */
    ZERO,
    /** Bytes that are drawn. */
    GARBAGE
  }
}
