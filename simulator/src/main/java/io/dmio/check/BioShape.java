package io.dmio.check;

import io.dmio.block.Bio;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a bio should be like that carries a part of a region. Reused. */
final class BioShape {

  // As in a bio, the first vector is kept here, and the arrays have the others.
  private long firstAddress;
  private int firstLength;
  private long[] addresses = {};
  private int[] lengths = {};
  private int vecs;
  private int capacity;
  private int bytes;

  /** Starts an empty bio with room for that many vectors. */
  void begin(int mostVecs) {
    assert mostVecs >= 0 : "room for " + mostVecs + " vectors";
    capacity = mostVecs;
    vecs = 0;
    bytes = 0;
  }

  /** Adds a vector. */
  void add(long address, int length) {
    assert vecs < capacity : "vector " + vecs + " of " + capacity;
    if (vecs == 0) {
      firstAddress = address;
      firstLength = length;
    } else {
      addLater(vecs - 1, address, length);
    }
    vecs++;
    bytes += length;
  }

  private void addLater(int index, long address, int length) {
    if (index == addresses.length) {
      addresses = Arrays.copyOf(addresses, index * 2 + 1);
      lengths = Arrays.copyOf(lengths, index * 2 + 1);
    }
    addresses[index] = address;
    lengths[index] = length;
  }

  /** Makes the last vector longer. */
  void extend(int length) {
    assert vecs > 0 : "no vector is there to be longer by " + length;
    if (vecs == 1) {
      firstLength += length;
    } else {
      lengths[vecs - 2] += length;
    }
    bytes += length;
  }

  /** Makes it a bio without data, of that many bytes. */
  void resize(int toBytes) {
    bytes = toBytes;
  }

  /** Whether there is no room for another vector. */
  boolean isFull() {
    return vecs == capacity;
  }

  /** Whether a piece of memory follows the last vector. */
  boolean isFollowedBy(long address) {
    return vecs > 0 && address(vecs - 1) + length(vecs - 1) == address;
  }

  /** Its bytes. */
  int bytes() {
    return bytes;
  }

  /** How a bio differs, in words, or null. */
  @Nullable String difference(Bio bio) {
    return isShapeOf(bio) ? null : differenceOf(bio);
  }

  private boolean isShapeOf(Bio bio) {
    if (bio.vecCount() != vecs || bio.bytes() != bytes) {
      return false;
    }
    int same = 0;
    while (same < vecs && isVector(same, bio.vecAddress(same), bio.vecLength(same))) {
      same++;
    }
    return same == vecs;
  }

  private String differenceOf(Bio bio) {
    int common = Math.min(vecs, bio.vecCount());
    for (int vec = 0; vec < common; vec++) {
      if (!isVector(vec, bio.vecAddress(vec), bio.vecLength(vec))) {
        return wrongVector(bio, vec);
      }
    }
    return wrongSize(bio);
  }

  private boolean isVector(int vec, long address, int length) {
    return address(vec) == address && length(vec) == length;
  }

  private long address(int vec) {
    return vec == 0 ? firstAddress : addresses[vec - 1];
  }

  private int length(int vec) {
    return vec == 0 ? firstLength : lengths[vec - 1];
  }

  private String wrongVector(Bio bio, int vec) {
    return "its vector "
        + vec
        + " is "
        + bio.vecLength(vec)
        + " bytes at "
        + hex(bio.vecAddress(vec))
        + ", not "
        + length(vec)
        + " bytes at "
        + hex(address(vec));
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
