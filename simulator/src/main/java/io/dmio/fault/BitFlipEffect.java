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
  public boolean usesChance() {
    return true;
  }

  @Override
  public boolean hitsOneSector() {
    return true;
  }

  @Override
  public void corrupt(long sector, CorruptionHit hit, BioPayload payload) {
    flip(sector, draw(hit.draws()), hit, payload);
  }

  private void flip(long sector, byte[] mask, CorruptionHit hit, BioPayload payload) {
    if (atRest) {
      long stored =
          payload.isBeingStored(sector) ? payload.tag(sector) : payload.media().tag(sector);
      payload.corruptStored(sector, flipped(stored, mask, payload));
      payload.reportDamage(sector, 1, hit.rule(), true);
    } else if (payload.isRead() || payload.isBeingStored(sector)) {
      payload.set(sector, flipped(payload.tag(sector), mask, payload));
      payload.reportDamage(sector, 1, hit.rule(), !payload.isRead());
    }
  }

  private static long flipped(long tag, byte[] mask, BioPayload payload) {
    byte[] bytes = new byte[Sectors.SIZE];
    payload.tags().expand(tag, bytes, 0);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= mask[i];
    }
    return payload.tags().of(bytes, 0);
  }

  /** Draws so many different bits: Floyd's sampling. */
  private byte[] draw(DerivedDraws draws) {
    byte[] mask = new byte[Sectors.SIZE];
    for (int top = BITS - bits; top < BITS; top++) {
      int bit = (int) draws.below(top + 1L);
      int chosen = isSet(mask, bit) ? top : bit;
      mask[chosen / Byte.SIZE] |= (byte) (1 << chosen % Byte.SIZE);
    }
    return mask;
  }

  private static boolean isSet(byte[] mask, int bit) {
    return (mask[bit / Byte.SIZE] & 1 << bit % Byte.SIZE) != 0;
  }
}
