package io.dmio.fault;

import io.dmio.block.Sectors;

/** Inverts bits. */
final class BitFlipEffect implements SectorCorruption {

  /** Bits in a sector. */
  static final int BITS = Sectors.SIZE * Byte.SIZE;

  private final int bits;
  private final boolean atRest;

  BitFlipEffect(int bits, boolean atRest) {
    this.bits = bits;
    this.atRest = atRest;
  }

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public boolean hitsOneSector() {
    return true;
  }

  @Override
  public void work(long sector, CorruptionHit wound, BioPayload cargo) {
    flip(sector, draw(wound.dice()), wound, cargo);
  }

  private void flip(long sector, byte[] mask, CorruptionHit wound, BioPayload cargo) {
    if (atRest) {
      long stored = cargo.isUnderWay(sector) ? cargo.tag(sector) : cargo.surface().tag(sector);
      cargo.spoil(sector, flipped(stored, mask, cargo));
      cargo.declare(sector, 1, wound.rule(), true);
    } else if (cargo.isRead() || cargo.isUnderWay(sector)) {
      cargo.set(sector, flipped(cargo.tag(sector), mask, cargo));
      cargo.declare(sector, 1, wound.rule(), !cargo.isRead());
    }
  }

  private static long flipped(long tag, byte[] mask, BioPayload cargo) {
    byte[] bytes = new byte[Sectors.SIZE];
    cargo.tags().expand(tag, bytes, 0);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= mask[i];
    }
    return cargo.tags().of(bytes, 0);
  }

  /** Draws so many different bits: Floyd's sampling. */
  private byte[] draw(DerivedDraws dice) {
    byte[] mask = new byte[Sectors.SIZE];
    for (int top = BITS - bits; top < BITS; top++) {
      int bit = (int) dice.below(top + 1L);
      int chosen = isSet(mask, bit) ? top : bit;
      mask[chosen / Byte.SIZE] |= (byte) (1 << chosen % Byte.SIZE);
    }
    return mask;
  }

  private static boolean isSet(byte[] mask, int bit) {
    return (mask[bit / Byte.SIZE] & 1 << bit % Byte.SIZE) != 0;
  }
}
