package io.dmio.block;

/**
 * A piece of physically contiguous memory; it may span pages.
 *
 * @param address its first byte in {@link Memory}
 * @param length its bytes
 */
public record BioVec(long address, int length) {

  /** Checks that the length is not negative. */
  public BioVec {
    if (length < 0) {
      throw new IllegalArgumentException("length must not be negative: " + length);
    }
  }
}
