package io.dmio.device;

/** Numbers, first in, first out, in a ring that grows. */
final class IntQueue {

  private int[] ring = new int[16];
  private int head;
  private int size;

  /** How many there are. */
  int size() {
    return size;
  }

  /** Appends a number. */
  void add(int value) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = value;
    size++;
  }

  /** Takes the first number; there must be one. */
  int remove() {
    if (size == 0) {
      throw new IllegalStateException("the queue is empty");
    }
    int value = ring[head];
    head = (head + 1) & (ring.length - 1);
    size--;
    return value;
  }

  /** Forgets all. */
  void clear() {
    head = 0;
    size = 0;
  }

  private void grow() {
    int[] larger = new int[ring.length * 2];
    int tail = ring.length - head;
    System.arraycopy(ring, head, larger, 0, tail);
    System.arraycopy(ring, 0, larger, tail, head);
    ring = larger;
    head = 0;
  }
}
