package io.dmio.check;

import io.dmio.block.Bio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a bio should be like that carries a part of a region. Reused. */
final class BioShape {

  private long[] addresses = new long[1];
  private int[] lengths = new int[1];
  private int vecs;
  private int capacity;
  private int bytes;

  /** Begins an empty bio with room for so many vectors. */
  void begin(int mostVecs) {
    capacity = mostVecs;
    vecs = 0;
    bytes = 0;
  }

  /** Adds a vector. */
  void add(long address, int length) {
    if (vecs == addresses.length) {
      addresses = Arrays.copyOf(addresses, vecs * 2);
      lengths = Arrays.copyOf(lengths, vecs * 2);
    }
    addresses[vecs] = address;
    lengths[vecs] = length;
    vecs++;
    bytes += length;
  }

  /** Makes the last vector longer. */
  void extend(int length) {
    lengths[vecs - 1] += length;
    bytes += length;
  }

  /** Makes it a bio without data, of so many bytes. */
  void resize(int toBytes) {
    bytes = toBytes;
  }

  /** Whether there is no room for another vector. */
  boolean isFull() {
    return vecs == capacity;
  }

  /** Whether a piece of memory follows the last vector. */
  boolean isFollowedBy(long address) {
    return vecs > 0 && addresses[vecs - 1] + lengths[vecs - 1] == address;
  }

  /** Its bytes. */
  int bytes() {
    return bytes;
  }

  /** How a bio differs, in words, or null. */
  @Nullable String difference(Bio bio) {
    int common = Math.min(vecs, bio.vecCount());
    int same = 0;
    while (same < common && isVector(same, bio.vecAddress(same), bio.vecLength(same))) {
      same++;
    }
    if (same < common) {
      return wrongVector(bio, same);
    }
    return bio.vecCount() == vecs && bio.bytes() == bytes ? null : wrongSize(bio);
  }

  private boolean isVector(int vec, long address, int length) {
    return addresses[vec] == address && lengths[vec] == length;
  }

  private String wrongVector(Bio bio, int vec) {
    return "its vector "
        + vec
        + " is "
        + bio.vecLength(vec)
        + " bytes at "
        + hex(bio.vecAddress(vec))
        + ", not "
        + lengths[vec]
        + " bytes at "
        + hex(addresses[vec]);
  }

  private String wrongSize(Bio bio) {
    return bio.vecCount() > capacity
        ? "it has " + bio.vecCount() + " vectors, and room for " + capacity
        : "it has "
            + bio.vecCount()
            + " vectors of "
            + bio.bytes()
            + " bytes, not "
            + vecs
            + " of "
            + bytes;
  }

  private static String hex(long address) {
    return "0x" + Long.toHexString(address);
  }
}
