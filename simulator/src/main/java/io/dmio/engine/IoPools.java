package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.mempool.Mempool;

/**
 * The two pools that serve a client.
 *
 * @param ios one element a call
 * @param bios one element a bio under way
 */
record IoPools(Mempool<Io> ios, Mempool<Bio> bios) {

  /**
   * Makes both pools, or none.
   *
   * @return false if an allocation failed
   */
  boolean create(int iosReserve, int biosReserve) {
    if (!ios.create(iosReserve)) {
      return false;
    }
    if (!bios.create(biosReserve)) {
      ios.destroy();
      return false;
    }
    return true;
  }

  /** Whether the pools were made. */
  boolean exist() {
    return ios.exists();
  }

  /** Whether anything of them is out. */
  boolean inUse() {
    return ios.out() > 0 || bios.out() > 0;
  }
}
